using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Storage.Seed;

/// <summary>What was changed in the demo's other plans after they were issued, played through the product's own use cases.</summary>
internal sealed class DemoAmendments(
    IReadOnlyList<Plan> plans, SeedAgencies agencies, DemoPeople people, PlanAmendments amendments, RowAddition rows)
{
    /// <summary>The steps, each with its day.</summary>
    public static IEnumerable<(DateOnly Day, Func<DemoAmendments, CancellationToken, Task> Play)> Steps() =>
        SeedFiles.Read<DemoAmendmentFile>("demo-amendments.json").Amendments.Select(row =>
            (row.RecordedOn, (Func<DemoAmendments, CancellationToken, Task>)((played, cancel) => played.Play(row, cancel))));

    private async Task Play(DemoAmendment row, CancellationToken cancel)
    {
        var plan = plans.Single(p => p.SeedKey == row.Plan);
        var actor = people[row.By];
        var result = row.Kind is AmendmentKind.Added ? await rows.Add(actor, plan.Id, Addition(row), cancel) : await Change(actor, plan, row, cancel);
        if (result.Refusal is { } refusal)
            throw new InvalidOperationException($"The sample amendments break a rule on {row.RecordedOn:d}: {refusal.Message} {string.Join(' ', refusal.Errors.SelectMany(e => e.Value))}");
    }

    private Task<Result<Activity>> Change(Actor actor, Plan plan, DemoAmendment row, CancellationToken cancel)
    {
        var activity = plan.Activities.Single(a => a.Targets.Exists(t => t.Label == row.Target));
        return row.Value is { } value
            ? amendments.AddVersion(
                actor, activity.Id, activity.Targets.Single(t => t.Label == row.Target).Id,
                new NewTargetVersion(value, row.Unit!, row.On, row.Document, row.Reason, false), cancel)
            : amendments.Stop(actor, activity.Id, ExpectedVersion.Any, new ActivityStop(row.On, row.Document, row.Reason), cancel);
    }

    private RowToAdd Addition(DemoAmendment row) => new(row.On, row.Document, row.Reason, new(
        Guid.Empty, row.Title!, row.ShortTitle, row.QuantityWording!, null, agencies[row.Lead!].Id, "", row.SupportingWording ?? "", row.Time!, row.DueOn, false));
}

internal sealed record DemoAmendmentFile(List<DemoAmendment> Amendments);

/// <summary>An amendment: a row added, a target's value changed, or an activity stopped.</summary>
internal sealed record DemoAmendment(
    string Plan, AmendmentKind? Kind, string By, DateOnly RecordedOn, DateOnly On, DocumentRef Document, string Reason, string? Target, decimal? Value,
    string? Unit, string? Title, string? ShortTitle, string? QuantityWording, string? Lead, string? SupportingWording, string? Time, DateOnly? DueOn);
