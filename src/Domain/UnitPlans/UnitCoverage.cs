using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Domain.UnitPlans;

/// <summary>Which agencies of the coverage are asked for; null means all.</summary>
/// <param name="Level">Level.</param>
/// <param name="ParentId">Agencies under this one: the communes of a district.</param>
/// <param name="OnlyMissing">Those that have issued no plan.</param>
/// <param name="CityActivityId">Those whose plan serves this activity of the city.</param>
public sealed record CoverageFilter(AgencyLevel? Level = null, Guid? ParentId = null, bool OnlyMissing = false, Guid? CityActivityId = null);

/// <summary>How an agency's plan serves one activity of the city.</summary>
/// <param name="Activities">The agency's activities that serve it; never empty.</param>
/// <param name="Results">How many confirmed results they have.</param>
public sealed record CoverageCell(IReadOnlyList<UnitActivity> Activities, int Results);

/// <summary>An agency of the coverage.</summary>
/// <param name="Agency">By its name of the day.</param>
/// <param name="Level">Its level.</param>
/// <param name="Parent">The agency above; null at the top.</param>
/// <param name="Plan">Its issued plan; null while it has issued none.</param>
/// <param name="Cells">By id of the city's activity: how it is served; absent when it is not.</param>
/// <param name="Unlinked">Activities of its own (riêng của đơn vị).</param>
public sealed record CoverageRow(
    AgencyRef Agency, AgencyLevel Level, AgencyRef? Parent, UnitPlan? Plan, IReadOnlyDictionary<Guid, CoverageCell> Cells, IReadOnlyList<UnitActivity> Unlinked);

/// <summary>Coverage of a city plan by agencies' own plans.</summary>
/// <param name="City">The city's plan.</param>
/// <param name="Activities">Its activities, in order: the columns.</param>
/// <param name="Rows">A page of the agencies, by level, agency above and name.</param>
/// <param name="Expected">Agencies that are to have a plan.</param>
/// <param name="Issued">Of them, those that have issued one.</param>
/// <param name="Served">By id of the city's activity: by how many agencies it is served, of all that the filter takes.</param>
/// <param name="AsOf">The day.</param>
public sealed record Coverage(
    Plan City, IReadOnlyList<Activity> Activities, PageOf<CoverageRow> Rows, int Expected, int Issued, IReadOnlyDictionary<Guid, int> Served, DateOnly AsOf);

/// <summary>
/// Use case: which agencies have their own plan, and which activities of the city those serve. Who is to have one: the agencies that owe reports
/// on the day (data), except who issued the city's plan. Plans of others are shown too.
/// </summary>
public sealed class UnitCoverage(IUnitPlanBook book, IPlanLibrary plans, IAgencyRegister register, BusinessClock clock)
{
    /// <summary>The coverage of a city plan: a page of agencies; search looks into their names.</summary>
    public async Task<Result<Coverage>> Of(Actor actor, Guid planId, CoverageFilter filter, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        if (await plans.Find(planId, cancel) is not { } city)
            return PlanReading.UnknownPlan;
        var day = UnitPlanRules.DayIn(city, clock.Today);
        if (filter.CityActivityId is { } link && !city.Activities.Exists(a => a.Id == link))
            return Refusal.Invalid("activity", "Hoạt động này không thuộc kế hoạch.");
        var all = await Rows(city, day, cancel);
        var wanted = VietnameseText.Fold(query.Search ?? "").Trim();
        var rows = all.Where(r => (filter.Level is null || r.Level == filter.Level) && (filter.ParentId is null || r.Parent?.Id == filter.ParentId)
            && (!filter.OnlyMissing || r.Plan is null) && (filter.CityActivityId is not { } served || r.Cells.ContainsKey(served))
            && VietnameseText.Fold($"{r.Agency.Name} {r.Agency.ShortName}").Contains(wanted, StringComparison.Ordinal)).ToList();
        var columns = city.Activities.Where(a => a.IsPartOn(day)).OrderBy(a => a.Order).ToList();
        var agencies = await register.All(cancel);
        var expected = all.Where(r => IsExpected(agencies[r.Agency.Id], city, day)).ToList();
        return new Coverage(
            city, columns, query.Part(rows), expected.Count, expected.Count(r => r.Plan is not null), columns.ToDictionary(a => a.Id, a => rows.Count(r => r.Cells.ContainsKey(a.Id))), day);
    }

    /// <summary>Agencies that are to have a plan under a city plan and have issued none.</summary>
    public async Task<IReadOnlyList<CoverageRow>> Missing(Plan city, CancellationToken cancel)
    {
        var day = UnitPlanRules.DayIn(city, clock.Today);
        var agencies = await register.All(cancel);
        return [.. (await Rows(city, day, cancel)).Where(r => r.Plan is null && IsExpected(agencies[r.Agency.Id], city, day))];
    }

    private static bool IsExpected(Agency agency, Plan city, DateOnly day) => agency.OwesReports && agency.ExistsOn(day) && agency.Id != city.IssuerAgencyId;

    private async Task<List<CoverageRow>> Rows(Plan city, DateOnly day, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var issued = (await book.Of(new(city.Id), cancel)).Where(p => p.Status is UnitPlanStatus.Issued).ToDictionary(p => p.AgencyId);
        var done = await book.Done(city.Id, day, cancel);
        // Where a plan for outsiders is shown, the agencies of the city are not: each city plan has its own circle.
        var isOfTheCity = agencies[city.IssuerAgencyId].LevelOn(day) is not AgencyLevel.External;
        var rows = agencies.Values.Where(a => issued.ContainsKey(a.Id) || (isOfTheCity && IsExpected(a, city, day))).Select(a => Row(a, issued.GetValueOrDefault(a.Id), agencies, done, day));
        return
        [
            .. rows.OrderBy(r => r.Level).ThenBy(r => r.Level is AgencyLevel.Commune ? r.Parent?.Name : null, VietnameseText.Order)
                .ThenBy(r => r.Agency.Name, VietnameseText.Order).ThenBy(r => r.Agency.Id),
        ];
    }

    private static CoverageRow Row(Agency agency, UnitPlan? plan, IReadOnlyDictionary<Guid, Agency> agencies, IReadOnlyDictionary<Guid, UnitDone> done, DateOnly day) => new(
        agency.RefOn(day), agency.LevelOn(day), agency.ParentOn(day) is { } parent ? agencies[parent].RefOn(day) : null, plan,
        (plan?.Activities ?? []).Where(a => a.CityActivityId is not null).OrderBy(a => a.Order).GroupBy(a => a.CityActivityId!.Value)
            .ToDictionary(g => g.Key, g => new CoverageCell([.. g], g.Sum(a => done.GetValueOrDefault(a.Id, UnitDone.None).Results))),
        [.. (plan?.Activities ?? []).Where(a => a.CityActivityId is null).OrderBy(a => a.Order)]);
}

/// <summary>Coverage as tables for workbooks.</summary>
public static class CoverageExport
{
    /// <summary>Agencies by activities of the city; "x" where an own activity serves it, "x (3)" with the number of confirmed results.</summary>
    public static FigureSheet Matrix(Coverage coverage) => new(
        "Ma trận", $"KẾ HOẠCH CỦA CÁC ĐƠN VỊ THỰC HIỆN KẾ HOẠCH {coverage.City.Number}", Remark(coverage),
        [
            new("TT", 9, ColumnKind.Mark), new("Đơn vị", 52), new("Kế hoạch", 34), .. coverage.Activities.Select(a => new FigureColumn(UnitPlanWords.ChoiceOf(a), 15, ColumnKind.Mark)),
            new("Riêng của đơn vị", 16, ColumnKind.Number),
        ],
        [
            .. coverage.Rows.Items.Select((r, index) => new FigureRow(
            [
                (decimal?)(index + 1), r.Agency.Name, r.Plan is { } plan ? UnitPlanWords.NumberOf(plan) : "chưa ban hành",
                .. coverage.Activities.Select(a => (FigureCell)(r.Cells.GetValueOrDefault(a.Id) is { } cell ? cell.Results > 0 ? $"x ({cell.Results})" : "x" : "")),
                r.Plan is null ? (decimal?)null : r.Unlinked.Count,
            ])),
            new FigureRow(["", "Số đơn vị có hoạt động gắn với dòng này", "", .. coverage.Activities.Select(a => (FigureCell)(decimal?)coverage.Served[a.Id]), (decimal?)coverage.Rows.Items.Sum(r => r.Unlinked.Count)], IsTotal: true),
        ],
        "Ghi chú: “x” là kế hoạch của đơn vị có hoạt động gắn với hoạt động của thành phố; số trong ngoặc là số kết quả đã xác nhận.", coverage.City.IsSample);

    /// <summary>Who has issued no plan.</summary>
    public static FigureSheet Missing(Coverage coverage) => new(
        "Chưa ban hành", $"ĐƠN VỊ CHƯA BAN HÀNH KẾ HOẠCH THỰC HIỆN KẾ HOẠCH {coverage.City.Number}", Remark(coverage),
        [new("TT", 12, ColumnKind.Mark), new("Đơn vị", 90), new("Cấp", 40), new("Trực thuộc", 80)],
        [
            .. coverage.Rows.Items.Where(r => r.Plan is null).Select((r, index) => new FigureRow(
                [(decimal?)(index + 1), r.Agency.Name, LevelWords.NameOf(r.Level), r.Parent?.Name ?? ""])),
        ],
        $"Đã ban hành: {coverage.Issued}/{coverage.Expected} đơn vị.", coverage.City.IsSample);

    private static string Remark(Coverage coverage) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"(Số liệu đến ngày {coverage.AsOf:dd/MM/yyyy}; đã ban hành {coverage.Issued}/{coverage.Expected} đơn vị)");
}
