using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Tests;

/// <summary>Plan 246 as the examples use it, and people, in the domain's words.</summary>
internal static class Given
{
    public static readonly DateOnly IssuedOn = new(2023, 12, 14);

    public static Agency SoNoiVu { get; } = Agency("Sở Nội vụ", AgencyLevel.Department);
    public static Agency SoVanHoa { get; } = Agency("Sở Văn hóa, Thể thao và Du lịch", AgencyLevel.Department);
    public static Agency NinhKieu { get; } = Agency("UBND quận Ninh Kiều", AgencyLevel.District);

    public static Actor Coordinator { get; } = Person("dieuphoi", SoNoiVu, Role.Coordinator);
    public static Actor SecondCoordinator { get; } = Person("dieuphoi2", SoNoiVu, Role.Coordinator);
    public static Actor ReporterOfSoNoiVu { get; } = Person("baocao.snv", SoNoiVu, Role.Reporter);
    public static Actor ReporterOfSoVanHoa { get; } = Person("baocao.svhttdl", SoVanHoa, Role.Reporter);
    public static Actor HeadOfSoVanHoa { get; } = Person("truong.svhttdl", SoVanHoa, Role.Head);
    public static Actor ReporterOfNinhKieu { get; } = Person("baocao.ninhkieu", NinhKieu, Role.Reporter);
    public static Actor Leader { get; } = Person("lanhdao", null, Role.Leader);
    public static Actor Administrator { get; } = Person("admin", SoNoiVu, Role.Administrator);

    public static Actor Person(string userName, Agency? agency, params Role[] roles) =>
        new(Guid.CreateVersion7(), userName, userName, roles.ToHashSet(), agency?.RefOn(IssuedOn), Door.Api);

    public static Agency Agency(string name, AgencyLevel level) =>
        new() { Level = level, Kind = "", Names = { new(name, name, null) }, Parents = { new(null, null) } };

    public static Plan Plan246(int year = 2024)
    {
        var plan = new Plan
        {
            Number = "246/KH-UBND", Title = "Công tác thông tin, tuyên truyền cải cách hành chính năm 2024", IssuerAgencyId = SoNoiVu.Id,
            IssuedOn = new(year - 1, 12, 14), Year = year, From = new(year, 1, 1), To = new(year, 12, 31),
            Text = new() { Themes = [.. Enumerable.Range(1, 9).Select(Item)], Forms = [.. Enumerable.Range(1, 6).Select(Item)] },
        };
        decimal[] values = [12, 3, 4, 5, 52, 52, 1, 3, 1, 1, 2, 15000, 2, 1, 10];
        for (var order = 1; order <= values.Length; order++)
            plan.Activities.Add(Row(plan, order, values[order - 1]));
        return plan;

        static PlanItem Item(int n) => new(n, $"Mục {n}", $"Mục {n}");
    }

    public static Target Target(this Plan plan, string label) =>
        plan.Activities.SelectMany(a => a.Targets).Single(t => t.Label == label);

    public static Activity ActivityOf(this Plan plan, string label) =>
        plan.Activities.Single(a => a.Targets.Exists(t => t.Label == label));

    public static TargetTotals Totals(decimal toDate) => TargetTotals.None with { ToDate = toDate };

    public static Target NewTarget(Guid activityId, string label, decimal? value, int order = 0, Cadence? cadence = null,
        Comparison comparison = Comparison.Exactly, TargetKind kind = TargetKind.Count) => new()
        {
            ActivityId = activityId, Order = order, Label = label, Kind = kind, Unit = "số", Cadence = cadence, Comparison = comparison,
            Versions = { new(0, value, IssuedOn, null, null) },
        };

    private static Activity Row(Plan plan, int order, decimal value)
    {
        var activity = new Activity
        {
            PlanId = plan.Id, Order = order, Title = $"Hoạt động {order}", ShortTitle = $"HĐ {order}", QuantityWording = "", SupportingWording = "",
            Time = "Trong năm", DueOn = plan.To, LeadAgencyId = order >= 13 ? SoVanHoa.Id : SoNoiVu.Id, DeliveryModeAsked = order is >= 7 and <= 11,
        };
        var cadence = order == 5 ? new Cadence(1, CadencePer.Week) : null;
        activity.Targets.Add(NewTarget(activity.Id, order == 13 ? "13a" : $"{order}", value, 0, cadence));
        if (order == 13)
            activity.Targets.Add(NewTarget(activity.Id, "13b", 4000, 1));
        return activity;
    }
}
