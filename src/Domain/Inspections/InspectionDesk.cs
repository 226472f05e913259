using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Inspections;

/// <summary>
/// Use cases of the register of inspections: Sở Nội vụ plans a check, records what it found and recommends; the inspected agency says what it
/// did about each recommendation, Sở Nội vụ holds it for done.
/// </summary>
public sealed class InspectionDesk(IStore store, IPlanLibrary plans, IAgencyRegister register, BusinessClock clock)
{
    /// <summary>Plans a check.</summary>
    public async Task<Result<Inspection>> Plan(Actor actor, Result<InspectionOrder> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageInspections) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var typed))
            return unreadable;
        var order = InspectionRules.Clean(typed);
        if (InspectionRules.Check(order, await plans.Find(order.PlanId, cancel), (await register.All(cancel)).GetValueOrDefault(order.AgencyId), clock.Today) is { } invalid)
            return invalid;
        return await store.Write(actor, changes =>
        {
            var planned = new Inspection { PlanId = order.PlanId, AgencyId = order.AgencyId, Title = order.Title!, PlannedOn = order.PlannedOn, Document = order.Document };
            planned.KeepSearchText();
            changes.Inspections.Add(planned);
            changes.Record(Row(actor, planned, "plan", null, null));
            return Task.FromResult<Result<Inspection>>(planned);
        }, cancel);
    }

    /// <summary>Changes a check that is not carried out yet.</summary>
    public Task<Result<Inspection>> Edit(Actor actor, Guid id, ExpectedVersion version, Result<InspectionOrder> input, CancellationToken cancel)
    {
        InspectionOrder? order = null;
        return Change(actor, id, InspectionVerb.Edit, version, async inspection =>
        {
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            order = InspectionRules.Clean(typed) with { PlanId = inspection.PlanId };
            return InspectionRules.Check(order, await plans.Find(order.PlanId, cancel), (await register.All(cancel)).GetValueOrDefault(order.AgencyId), clock.Today);
        }, inspection =>
        {
            (inspection.AgencyId, inspection.Title) = (order!.AgencyId, order.Title!);
            (inspection.PlannedOn, inspection.Document) = (order.PlannedOn, order.Document);
            return null;
        }, null, cancel);
    }

    /// <summary>Records what the check found, and its recommendations.</summary>
    public Task<Result<Inspection>> Record(Actor actor, Guid id, ExpectedVersion version, Result<InspectionResult> input, CancellationToken cancel)
    {
        InspectionResult? result = null;
        return Change(actor, id, InspectionVerb.Record, version, async inspection =>
        {
            if (input.Refused(out var unreadable, out var typed))
                return unreadable;
            result = InspectionRules.Clean(typed);
            return InspectionRules.Check(result, (await plans.Find(inspection.PlanId, cancel))!.IssuedOn, clock.Today);
        }, inspection =>
        {
            (inspection.HeldOn, inspection.Findings, inspection.Conclusion) = (result!.HeldOn, result.Findings, result.Conclusion);
            inspection.Recommendations.AddRange(result.Recommendations.Select(r => new Recommendation(Guid.CreateVersion7(), r.Text!, r.DueOn)));
            return null;
        }, null, cancel);
    }

    /// <summary>Says that the check is not carried out, and why.</summary>
    public Task<Result<Inspection>> Cancel(Actor actor, Guid id, ExpectedVersion version, Result<string?> input, CancellationToken cancel)
    {
        string? reason = null;
        return Change(actor, id, InspectionVerb.Cancel, version, _ =>
        {
            if (input.Refusal is { } unreadable)
                return Task.FromResult<Refusal?>(unreadable);
            reason = VietnameseText.Clean(input.Value);
            var errors = new FieldErrors();
            errors.Text("reason", reason, "Lý do không thực hiện");
            return Task.FromResult(errors.Refusal);
        }, inspection =>
        {
            inspection.CancelledReason = reason;
            return null;
        }, () => reason, cancel);
    }

    /// <summary>Says what was done about a recommendation.</summary>
    public Task<Result<Inspection>> FollowUp(
        Actor actor, Guid id, Guid recommendationId, ExpectedVersion version, Result<FollowUpOrder> input, CancellationToken cancel)
    {
        FollowUpOrder? order = null;
        return Change(actor, id, InspectionVerb.FollowUp, version, inspection =>
        {
            if (input.Refused(out var unreadable, out var typed))
                return Task.FromResult<Refusal?>(unreadable);
            order = InspectionRules.Clean(typed);
            return Task.FromResult(InspectionRules.Check(order, inspection.HeldOn ?? DateOnly.MinValue, clock.Today));
        }, inspection => Replace(inspection, recommendationId, r => r with
        {
            FollowUps = [.. r.FollowUps, new(order!.Date, order.Text!, order.Document, clock.UtcNow, actor.FullName)],
        }), null, cancel, recommendationId);
    }

    /// <summary>Holds a recommendation for done.</summary>
    public Task<Result<Inspection>> Close(Actor actor, Guid id, Guid recommendationId, ExpectedVersion version, Result<string?> input, CancellationToken cancel)
    {
        string? note = null;
        return Change(actor, id, InspectionVerb.Close, version, _ =>
        {
            if (input.Refusal is { } unreadable)
                return Task.FromResult<Refusal?>(unreadable);
            note = VietnameseText.Clean(input.Value);
            var errors = new FieldErrors();
            if (note is not null)
                errors.Text("note", note, "Ghi chú");
            return Task.FromResult(errors.Refusal);
        }, inspection => Replace(inspection, recommendationId, r => r with { End = new(clock.Today, note, actor.FullName) }), () => note, cancel, recommendationId);
    }

    private static Refusal? Replace(Inspection inspection, Guid recommendationId, Func<Recommendation, Recommendation> change)
    {
        var index = inspection.Recommendations.FindIndex(r => r.Id == recommendationId);
        if (inspection.Recommendations[index].End is not null)
            return Refusal.Conflict("inspections.recommendation-closed", "Kiến nghị này đã được xác nhận thực hiện xong. Chưa có gì thay đổi.");
        inspection.Recommendations[index] = change(inspection.Recommendations[index]);
        return null;
    }

    private async Task<Result<Inspection>> Change(
        Actor actor, Guid id, InspectionVerb verb, ExpectedVersion version, Func<Inspection, Task<Refusal?>> check, Func<Inspection, Refusal?> apply,
        Func<string?>? reason, CancellationToken cancel, Guid? recommendationId = null) =>
        actor.Demand(Operation.ReadFigures) is { } noReader ? noReader : await store.Write(actor, async changes =>
        {
            if (await changes.Inspections.Load(id, cancel) is not { } inspection
                || (recommendationId is { } one && !inspection.Recommendations.Exists(r => r.Id == one)))
                return InspectionReading.Unknown;
            if (!InspectionReading.May(actor, inspection, verb))
                return Rights.NotAllowed();
            if ((await check(inspection) ?? version.Check(inspection.Version)) is { } refused)
                return refused;
            if (!InspectionReading.Fits(inspection, verb))
                return Refusal.Conflict("inspections.wrong-state",
                    $"Cuộc kiểm tra đang ở trạng thái “{InspectionWords.NameOf(inspection.State)}” nên không làm được việc này. Chưa có gì thay đổi.");
            var before = Fields(inspection);
            if (apply(inspection) is { } forbidden)
                return forbidden;
            inspection.KeepSearchText();
            inspection.Version++;
            changes.Record(Row(actor, inspection, verb is InspectionVerb.FollowUp ? "follow-up" : verb.ToString().ToLowerInvariant(), before, reason?.Invoke()));
            return (Result<Inspection>)inspection;
        }, cancel);

    private static string Fields(Inspection inspection) => HistoryJson.Of(new
    {
        inspection.Title,
        inspection.AgencyId,
        inspection.PlannedOn,
        inspection.Document,
        inspectionState = inspection.State,
        inspection.HeldOn,
        inspection.Findings,
        inspection.Conclusion,
        recommendations = inspection.Recommendations
            .Select((r, index) => new { label = $"{index + 1}", r.Text, r.DueOn, followUp = r.FollowUps is [.., var last] ? last.Text : null, endedOn = r.End?.On }),
    });

    private Change Row(Actor actor, Inspection inspection, string what, string? before, string? reason) => new()
    {
        At = clock.UtcNow,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = inspection.OwnerId,
        Door = actor.Door,
        Entity = "inspection",
        EntityId = inspection.Id,
        What = what,
        Old = before,
        New = Fields(inspection),
        Reason = reason,
    };
}
