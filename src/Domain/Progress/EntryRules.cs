using FluentValidation;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>What an entry may be: the same rules for page, API and import. Field names are the API's.</summary>
internal sealed class EntryRules : AbstractValidator<EntryContent>
{
    /// <summary>The largest quantity, and with a minus sign the smallest of an adjusting entry; low enough for the database to add up a million of them.</summary>
    public const decimal MaxQuantity = 1_000_000_000m;

    private const int MaxTitle = 500;
    private const int MaxText = 2000;
    private const int MaxShort = 200;
    private const int MaxPeople = 100_000_000;
    private const long MaxAmount = 1_000_000_000_000_000;

    public EntryRules(Plan plan, Activity activity, DateOnly today, IReadOnlyDictionary<Guid, Agency> agencies, IReadOnlySet<string> channels)
    {
        RuleFor(e => e.TargetId).Must(id => activity.Targets.Exists(t => t.Id == id))
            .WithMessage("Chỉ tiêu không thuộc hoạt động này.");
        RuleFor(e => e.TargetId).Must((e, id) => activity.Targets.Find(t => t.Id == id)?.ClosedOn is not { } closed || e.Date < closed || e.CorrectsEntryId is not null)
            .WithMessage("Chỉ tiêu này đã được thay bằng chỉ tiêu có đơn vị tính khác: hãy chọn chỉ tiêu mới.");
        RuleFor(e => e.MemberId).Must((e, id) => IsMember(activity.Targets.Find(t => t.Id == e.TargetId), id, e.Date, agencies))
            .WithMessage("Chỉ tiêu phần trăm: cần chọn một cơ quan của nhóm, đang hoạt động vào ngày thực hiện. Chỉ tiêu khác không ghi cơ quan này.");
        RuleFor(e => e.Date).Must(d => d >= plan.IssuedOn).WithMessage($"Ngày thực hiện không được trước ngày ban hành kế hoạch ({plan.IssuedOn:dd/MM/yyyy}).");
        RuleFor(e => e.Date).Must(d => d <= plan.To).WithMessage($"Ngày thực hiện không được sau ngày kết thúc kế hoạch ({plan.To:dd/MM/yyyy}).");
        RuleFor(e => e.Date).Must(d => d <= today).When(e => e.Date <= plan.To).WithMessage($"Ngày thực hiện không được ở tương lai (hôm nay là {today:dd/MM/yyyy}).");
        RuleFor(e => e.Quantity).NotEqual(0).WithMessage("Số lượng phải khác 0.");
        RuleFor(e => e.Quantity).GreaterThan(0).When(e => e.CorrectsEntryId is null && e.Quantity != 0)
            .WithMessage("Số lượng âm chỉ dùng cho cập nhật điều chỉnh, có nêu lần cập nhật được điều chỉnh.");
        RuleFor(e => e.Quantity).Must((e, q) => Math.Abs(q) == 1 || activity.Targets.Find(t => t.Id == e.TargetId)?.Kind is not (TargetKind.Percentage or TargetKind.DoneNotDone))
            .WithMessage("Chỉ tiêu phần trăm hoặc làm hay chưa làm: mỗi kết quả tính là 1.");
        RuleFor(e => e.Quantity).InclusiveBetween(-MaxQuantity, MaxQuantity).WithMessage("Số lượng quá lớn (tối đa 1.000.000.000).");
        RuleFor(e => e.Quantity).Must((e, q) => IsWhole(q, activity.Targets.Find(t => t.Id == e.TargetId)))
            .WithMessage("Số lượng của đơn vị tính này phải là số nguyên.");
        Line(e => e.Title, MaxTitle, "Tên hoạt động, sản phẩm").NotEmpty().WithMessage("Cần ghi tên hoạt động, sản phẩm.");
        Line(e => e.Place, MaxTitle, "Địa điểm");
        Line(e => e.CadenceSlot, MaxShort, "Số, tuần");
        Text(e => e.Note, MaxText, "Ghi chú");
        Text(e => e.NoEvidenceReason, MaxText, "Lý do chưa có minh chứng");
        Text(e => e.CorrectionReason, MaxText, "Lý do điều chỉnh");
        RuleFor(e => e.Mode).IsInEnum().WithMessage("Hình thức tổ chức không có trong danh mục.");
        RuleFor(e => e.PeopleReached).InclusiveBetween(0, MaxPeople).WithMessage("Số người phải từ 0 đến 100.000.000.");
        RuleFor(e => e.Attendances).InclusiveBetween(0, MaxPeople).WithMessage("Số lượt phải từ 0 đến 100.000.000.");
        RuleFor(e => e.Themes).Must(t => t.All(n => plan.Text.Themes.Any(i => i.Order == n)) && t.Distinct().Count() == t.Count)
            .WithMessage("Nội dung tuyên truyền không có trong kế hoạch, hoặc bị lặp.");
        RuleFor(e => e.Form).Must(n => n is null || plan.Text.Forms.Any(i => i.Order == n)).WithMessage("Hình thức tuyên truyền không có trong kế hoạch.");
        RuleFor(e => e.Channel).Must(c => c is null || channels.Contains(c)).WithMessage("Kênh không có trong danh mục, hoặc đã ngừng dùng: hãy chọn kênh khác.");
        RuleFor(e => e.Supporting).Must(s => s.Count <= 200 && s.All(c => agencies.ContainsKey(c.AgencyId))).WithMessage("Có cơ quan phối hợp không tồn tại.");
        RuleFor(e => e.Supporting).Must(s => s.DistinctBy(c => c.AgencyId).Count() == s.Count).WithMessage("Một cơ quan phối hợp được ghi hai lần.");
        RuleFor(e => e.Supporting).Must(s => s.All(c => c.AgencyId != activity.LeadOn(today))).WithMessage("Cơ quan chủ trì không ghi vào cơ quan phối hợp.");
        RuleFor(e => e.Supporting).Must(s => s.All(c => c.Share is null || (c.Share.Length <= MaxShort && VietnameseText.IsClean(c.Share))))
            .WithMessage("Phần đóng góp của cơ quan phối hợp dài tối đa 200 ký tự, không có ký tự điều khiển.");
        RuleFor(e => e.Spent).Must(s => s.All(m => m.Amount is >= 0 and <= MaxAmount && Enum.IsDefined(m.Source)))
            .WithMessage("Số tiền phải là số đồng nguyên từ 0 đến 1.000.000.000.000.000.");
        RuleFor(e => e.Spent).Must(s => s.DistinctBy(m => m.Source).Count() == s.Count).WithMessage("Một nguồn kinh phí được ghi hai lần.");
        RuleFor(e => e.CorrectionReason).NotEmpty().When(e => e.CorrectsEntryId is not null).WithMessage("Cần nêu lý do điều chỉnh.");
        RuleFor(e => e.CorrectionReason).Null().When(e => e.CorrectsEntryId is null).WithMessage("Lý do điều chỉnh chỉ dùng khi có nêu lần cập nhật được điều chỉnh.");
    }

    /// <summary>All wrong fields at once; null when nothing is.</summary>
    public Refusal? Check(EntryContent content)
    {
        var result = Validate(content);
        return result.IsValid ? null : Refusal.Invalid(result.Errors
            .GroupBy(e => char.ToLowerInvariant(e.PropertyName[0]) + e.PropertyName[1..])
            .ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).Distinct().ToArray()));
    }

    /// <summary>NFC, trimmed, empty optional texts to nothing.</summary>
    public static EntryContent Clean(EntryContent content) => content with
    {
        Title = VietnameseText.Clean(content.Title) ?? "",
        Place = VietnameseText.Clean(content.Place),
        CadenceSlot = VietnameseText.Clean(content.CadenceSlot),
        Note = VietnameseText.Clean(content.Note),
        NoEvidenceReason = VietnameseText.Clean(content.NoEvidenceReason),
        CorrectionReason = VietnameseText.Clean(content.CorrectionReason),
        Supporting = [.. content.Supporting.Select(s => s with { Share = VietnameseText.Clean(s.Share) })],
    };

    private static bool IsMember(Target? target, Guid? member, DateOnly day, IReadOnlyDictionary<Guid, Agency> agencies) =>
        target is not { Kind: TargetKind.Percentage, Members: { } group }
            ? member is null
            : member is { } id && agencies.TryGetValue(id, out var agency) && agency.ExistsOn(day) && agency.Groups.Contains(group);

    private static bool IsWhole(decimal quantity, Target? target) =>
        target is null || (target.AllowsDecimals ? decimal.Round(quantity, 4) == quantity : decimal.IsInteger(quantity));

    private IRuleBuilderOptions<EntryContent, string?> Text(
        System.Linq.Expressions.Expression<Func<EntryContent, string?>> field, int max, string name) =>
        RuleFor(field)
            .Must(t => t is null || t.Length <= max).WithMessage($"{name} dài tối đa {VietnameseNumber.Show(max)} ký tự.")
            .Must(t => t is null || VietnameseText.IsClean(t)).WithMessage($"{name} có ký tự điều khiển hoặc ký tự không hợp lệ.");

    private IRuleBuilderOptions<EntryContent, string?> Line(
        System.Linq.Expressions.Expression<Func<EntryContent, string?>> field, int max, string name) =>
        Text(field, max, name).Must(t => t?.AsSpan().IndexOfAny('\r', '\n') is null or < 0).WithMessage($"{name} viết trên một dòng.");
}
