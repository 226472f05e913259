using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Activities;

/// <summary>What amendments of an issued plan may say: the same rules for page, API and import. Field names are the API's.</summary>
internal static class TargetRules
{
    /// <summary>The largest target; low enough for sums and products to stay exact.</summary>
    public const decimal MaxValue = 1_000_000_000m;

    private const int MaxTitle = 2000;
    private const int MaxLine = 500;
    private const int MaxUnit = 50;
    private const int MaxTargets = 5;
    private const int MaxMilestones = 60;
    private const decimal WholeSet = 100;

    public static Refusal? Check(NewTargetVersion version, Plan plan, Target target, DateOnly today)
    {
        var errors = new FieldErrors();
        Value(errors, "value", version.Value, target.Kind, target.AllowsDecimals);
        errors.Line("unit", version.Unit, MaxUnit, "Đơn vị tính", needed: version.Value is not null && target.Kind is TargetKind.Count);
        Within(errors, "effectiveOn", version.EffectiveOn, plan.IssuedOn, plan.To, "Ngày hiệu lực");
        Basis(errors, version.Document, version.Reason, today);
        return errors.Refusal;
    }

    public static Refusal? Check(Phasing phasing, Plan plan, Target target, DateOnly today)
    {
        var errors = new FieldErrors();
        var value = target.VersionOn(today).Value;
        var steps = phasing.Milestones;
        if (value is null)
            errors.Add("milestones", "Chỉ tiêu thường xuyên không có số lượng nên không phân kỳ được.");
        if (steps.Count > MaxMilestones)
            errors.Add("milestones", $"Tối đa {MaxMilestones} mốc.");
        if (steps.Any(m => m.On < plan.From || m.On > plan.To))
            errors.Add("milestones", $"Các mốc nằm trong thời gian của kế hoạch ({plan.From:dd/MM/yyyy} đến {plan.To:dd/MM/yyyy}).");
        if (steps.Any(m => m.Amount < 0 || m.Amount > value || (!target.AllowsDecimals && !decimal.IsInteger(m.Amount))))
            errors.Add("milestones", $"Số lũy kế của mỗi mốc là số nguyên từ 0 đến chỉ tiêu ({VietnameseNumber.Show(value ?? 0)}).");
        if (steps.Zip(steps.Skip(1)).Any(p => p.Second.On <= p.First.On || p.Second.Amount < p.First.Amount))
            errors.Add("milestones", "Các mốc xếp theo ngày tăng dần, số lũy kế không giảm.");
        errors.Text("reason", phasing.Reason, "Lý do");
        return errors.Refusal;
    }

    public static Refusal? Check(NewDueDate due, Plan plan)
    {
        var errors = new FieldErrors();
        Within(errors, "dueOn", due.DueOn, plan.From, plan.To, "Thời hạn");
        errors.Text("reason", due.Reason, "Lý do");
        return errors.Refusal;
    }

    public static Refusal? Check(ActivityStop stop, Plan plan, DateOnly today)
    {
        var errors = new FieldErrors();
        Within(errors, "on", stop.On, plan.From, plan.To, "Ngày dừng");
        Basis(errors, stop.Document, stop.Reason, today);
        return errors.Refusal;
    }

    public static Refusal? Check(NewActivity activity, Plan plan, DateOnly today, Func<Guid, bool> agencyExists)
    {
        var errors = new FieldErrors();
        Within(errors, "on", activity.On, plan.IssuedOn, plan.To, "Ngày bổ sung");
        Basis(errors, activity.Document, activity.Reason, today);
        errors.Line("title", activity.Title, MaxTitle, "Hình thức tuyên truyền", needed: true);
        errors.Line("shortTitle", activity.ShortTitle, MaxLine, "Tên ngắn", needed: false);
        errors.Line("quantityWording", activity.QuantityWording, MaxLine, "Số lượng, tần suất", needed: true);
        errors.Line("supportingWording", activity.SupportingWording, MaxTitle, "Cơ quan phối hợp", needed: false);
        errors.Line("time", activity.Time, MaxLine, "Thời gian", needed: true);
        if (!agencyExists(activity.LeadAgencyId))
            errors.Add("leadAgencyId", "Cần chọn cơ quan chủ trì đang hoạt động.");
        if (activity.DueOn is { } due)
            Within(errors, "dueOn", due, activity.On, plan.To, "Thời hạn");
        if (activity.Targets.Count is 0 or > MaxTargets)
            errors.Add("targets", $"Cần từ 1 đến {MaxTargets} chỉ tiêu.");
        for (var i = 0; i < activity.Targets.Count; i++)
            Target(errors, $"targets[{i}]", activity.Targets[i], several: activity.Targets.Count > 1);
        return errors.Refusal;
    }

    private static void Target(FieldErrors errors, string field, NewTarget target, bool several)
    {
        Value(errors, $"{field}.value", target.Value, target.Kind, decimals: false);
        if (target.Kind is TargetKind.Ongoing ? target.Value is not null : target.Value is null)
            errors.Add($"{field}.value", target.Kind is TargetKind.Ongoing ? "Chỉ tiêu thường xuyên không có số lượng." : "Cần ghi số lượng.");
        errors.Line($"{field}.unit", target.Unit, MaxUnit, "Đơn vị tính", needed: target.Kind is TargetKind.Count);
        errors.Line($"{field}.part", target.Part, MaxLine, "Phần việc", needed: several);
        if (target.Cadence is { Count: < 1 or > 1000 })
            errors.Add($"{field}.cadence", "Tần suất từ 1 đến 1.000 lần mỗi kỳ.");
        if (target.Kind is TargetKind.Percentage && target.Members is null)
            errors.Add($"{field}.members", "Chỉ tiêu phần trăm cần chọn nhóm cơ quan để tính.");
        if (!Enum.IsDefined(target.Kind) || !Enum.IsDefined(target.Comparison))
            errors.Add(field, "Loại chỉ tiêu không có trong danh mục.");
    }

    private static void Value(FieldErrors errors, string field, decimal? value, TargetKind kind, bool decimals)
    {
        if (value is < 0 or > MaxValue)
            errors.Add(field, "Chỉ tiêu từ 0 đến 1.000.000.000.");
        else if (kind is TargetKind.Percentage && value > WholeSet)
            errors.Add(field, "Chỉ tiêu phần trăm tối đa 100.");
        else if (kind is TargetKind.DoneNotDone && value is not (null or 1))
            errors.Add(field, "Chỉ tiêu làm hay chưa làm có giá trị 1.");
        else if (value is { } number && !(decimals ? decimal.Round(number, 4) == number : decimal.IsInteger(number)))
            errors.Add(field, "Chỉ tiêu của đơn vị tính này phải là số nguyên.");
    }

    private static void Basis(FieldErrors errors, DocumentRef document, string reason, DateOnly today)
    {
        errors.Line("document.number", document.Number, 100, "Số, ký hiệu văn bản", needed: true);
        if (document.Date > today)
            errors.Add("document.date", "Ngày của văn bản không được ở tương lai.");
        errors.Text("reason", reason, "Lý do");
    }

    private static void Within(FieldErrors errors, string field, DateOnly day, DateOnly from, DateOnly to, string name)
    {
        if (day < from || day > to)
            errors.Add(field, $"{name} nằm trong khoảng {from:dd/MM/yyyy} đến {to:dd/MM/yyyy}.");
    }
}
