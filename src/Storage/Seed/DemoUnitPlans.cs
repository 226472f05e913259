using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.UnitPlans;

namespace PlanTracker.Storage.Seed;

/// <summary>
/// Agencies' own plans of the sample year. Those of agencies with accounts are played through the use cases in the order of time; those of
/// others are written as they would stand, with what Sở Nội vụ recorded for them.
/// </summary>
internal sealed class DemoUnitPlans
{
    private readonly PlanDb db;
    private readonly DemoPeople people;
    private readonly SeedAgencies agencies;
    private readonly Dictionary<string, Plan> plans;
    private readonly DemoClock clock = new();
    private readonly DemoStage stage;

    private DemoUnitPlans(PlanDb db, DemoHistory history, SeedAgencies agencies, DemoPeople people, IReadOnlyList<Plan> plans)
    {
        (this.db, this.agencies, this.people) = (db, agencies, people);
        this.plans = plans.ToDictionary(p => p.SeedKey!);
        stage = new DemoStage(db, history, new Changes(db, clock), plans, agencies.ById);
    }

    private BusinessClock Business => new(clock);

    public static async Task Load(PlanDb db, DemoHistory history, SeedAgencies agencies, DemoPeople people, IReadOnlyList<Plan> plans, CancellationToken cancel)
    {
        var file = SeedFiles.Read<UnitPlansFile>("demo-unit-plans.json");
        var demo = new DemoUnitPlans(db, history, agencies, people, plans);
        foreach (var row in file.Plans.OrderBy(p => p.IssuedOn))
            await demo.Play(row, cancel);
        demo.Others(file);
    }

    private async Task Play(UnitPlanRow row, CancellationToken cancel)
    {
        var (actor, city, agency) = (people[row.By], plans[row.Plan], agencies[row.Agency]);
        var (desk, rows, results) = (new UnitPlanDesk(stage, stage, stage, Business), new UnitPlanRows(stage, stage, Business), new UnitResultDesk(stage, stage, Business));
        At(row.IssuedOn.AddDays(-6), 8 * 60 + 20);
        var parent = row.Parent is { } above ? db.UnitPlans.Local.Single(p => p.PlanId == city.Id && p.AgencyId == agencies[above].Id).Id : (Guid?)null;
        var plan = Done(await desk.Draft(actor, city.Id, new UnitPlanOrder(agency.Id, row.Title, parent), cancel));
        foreach (var activity in row.Rows)
            Done(await rows.Add(actor, plan.Id, ExpectedVersion.Any, OrderOf(activity, city), cancel));
        At(row.IssuedOn, 15 * 60 + 5);
        Done(await desk.Issue(actor, plan.Id, ExpectedVersion.Any, new UnitPlanNumber(row.Number, row.IssuedOn), null, cancel));
        if (row.IsModel)
            Done(await desk.Mark(people["dieuphoi"], plan.Id, ExpectedVersion.Any, true, cancel));
        foreach (var result in row.Results)
        {
            At(result.Date.AddDays(1), 9 * 60 + 10);
            var made = Done(await results.Log(actor, plan.Id, plan.Activities[result.Row].Id, new UnitResultOrder(
                result.Date, result.Quantity, result.Title, null, result.Url, result.Document is { } number ? new DocumentRef(number, result.Date) : null, result.Reason), cancel));
            At(result.Date.AddDays(2), 14 * 60 + 30);
            if (result.ConfirmedBy is { } head)
                Done(await results.Confirm(people[head], made.Id, ExpectedVersion.Any, cancel));
        }
    }

    /// <summary>About half of the other agencies have a plan of typical rows, by a fixed draw.</summary>
    private void Others(UnitPlansFile file)
    {
        var (city, by) = (plans["246-2024"], people["dieuphoi"]);
        var have = db.UnitPlans.Local.Where(p => p.PlanId == city.Id).Select(p => p.AgencyId).ToHashSet();
        foreach (var agency in agencies.ById.Values.Where(a => a.OwesReports && a.ExistsOn(city.From) && !have.Contains(a.Id)).OrderBy(a => a.SeedKey, StringComparer.Ordinal))
        {
            var draw = agency.SeedKey!.Aggregate(17, (sum, c) => ((sum * 31) + c) % 9973);
            if (draw % 5 < 3 - (agency.Level is AgencyLevel.Commune ? 1 : 0))
                Write(agency, city, by, file.Typical.Where((_, index) => (draw >> index) % 3 != 0 || index == draw % file.Typical.Count), draw);
        }
    }

    private void Write(Agency agency, Plan city, Actor by, IEnumerable<UnitActivityRow> rows, int draw)
    {
        At(new DateOnly(2024, 1, 15).AddDays(draw % 60), 10 * 60 + draw % 50);
        var name = agency.NameOn(city.From);
        var plan = new UnitPlan
        {
            PlanId = city.Id, AgencyId = agency.Id, Title = $"Thông tin, tuyên truyền cải cách hành chính năm 2024 của {name.Name}", Status = UnitPlanStatus.Issued,
            Number = $"{10 + draw % 80}/KH-{(agency.Level is AgencyLevel.District or AgencyLevel.Commune ? "UBND" : "CQ")}", IssuedOn = Business.Today,
        };
        plan.SearchText = VietnameseText.Fold($"{plan.Number} {plan.Title}");
        foreach (var row in rows)
        {
            var link = row.Link is { } order ? city.Activities.Single(a => a.Order == order) : null;
            var parsed = Domain.Activities.QuantityParser.Parse(row.Wording, new PlanTime(city.From, city.To)).Targets.SingleOrDefault(t => t.Value is not null);
            plan.Activities.Add(new UnitActivity
            {
                UnitPlanId = plan.Id, Order = plan.Activities.Count + 1, Title = row.Title, Channel = row.Channel, QuantityWording = row.Wording ?? "", Unit = parsed?.Unit ?? "", Time = row.Time ?? "",
                CityActivityId = link?.Id, CityTargetId = link?.Targets.FirstOrDefault(t => t.Unit == parsed?.Unit)?.Id,
                Quantities = parsed is null ? [] : [new(0, parsed.Value!.Value, city.From, null, by.FullName, Business.UtcNow)],
            });
        }
        db.UnitPlans.Add(plan);
        db.Changes.Add(new Change
        {
            At = Business.UtcNow, AccountId = by.AccountId, AccountName = by.FullName, AgencyId = agency.Id, Door = Door.Page, Entity = "unit-plan", EntityId = plan.Id, What = "issue",
            New = $$"""{"title":"{{plan.Title}}","number":"{{plan.Number}}","issuedOn":"{{plan.IssuedOn:yyyy-MM-dd}}"}""",
        });
    }

    private static UnitActivityOrder OrderOf(UnitActivityRow row, Plan city) => new(
        row.Title, row.Channel, row.Wording, Time: row.Time, CityActivityId: row.Link is { } order ? city.Activities.Single(a => a.Order == order).Id : null);

    private void At(DateOnly day, int minute) => clock.Now = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), BusinessClock.Vietnam.BaseUtcOffset);

    private T Done<T>(Result<T> result) => result.Refused(out var refusal, out var value)
        ? throw new InvalidOperationException($"The sample unit plans break a rule on {clock.Now:d}: {refusal.Message} {string.Join(' ', refusal.Errors.Values.SelectMany(m => m))}") : value;

    private sealed record UnitPlansFile(List<UnitPlanRow> Plans, List<UnitActivityRow> Typical);

    private sealed record UnitPlanRow(
        string Plan, string Agency, string By, string Number, DateOnly IssuedOn, string Title, List<UnitActivityRow> Rows, List<UnitResultRow> Results, string? Parent = null, bool IsModel = false);

    private sealed record UnitActivityRow(string Title, string? Channel = null, string? Wording = null, string? Time = null, int? Link = null);

    private sealed record UnitResultRow(
        int Row, DateOnly Date, string Title, decimal? Quantity = null, string? Url = null, string? Document = null, string? Reason = null, string? ConfirmedBy = null);
}
