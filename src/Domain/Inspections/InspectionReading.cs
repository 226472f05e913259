using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Attachments;

namespace PlanTracker.Domain.Inspections;

/// <summary>What can be done with an inspection.</summary>
public enum InspectionVerb
{
    /// <summary>Sửa kế hoạch kiểm tra, while it is not carried out.</summary>
    Edit,
    /// <summary>Ghi kết quả.</summary>
    Record,
    /// <summary>Không thực hiện nữa.</summary>
    Cancel,
    /// <summary>Báo cáo việc thực hiện kiến nghị.</summary>
    FollowUp,
    /// <summary>Xác nhận kiến nghị đã thực hiện.</summary>
    Close,
}

/// <summary>An inspection with what a reader needs beside it.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Agency">The inspected agency, by its name of the day of the check.</param>
/// <param name="Owner">Who follows up, by the name of today.</param>
/// <param name="Today">The day that lateness is told of.</param>
/// <param name="Evidence">Files and links with it.</param>
/// <param name="Allowed">What the reader may do with it now.</param>
public sealed record InspectionView(
    Inspection Inspection, AgencyRef Agency, AgencyRef Owner, DateOnly Today, IReadOnlyList<Progress.Evidence> Evidence, IReadOnlyList<InspectionVerb> Allowed)
{
    /// <summary>Recommendations that are late today.</summary>
    public int Late => Inspection.LateOn(Today);
}

/// <summary>Use cases that read inspections: they are read by everybody who reads the plan's figures, as the reports tell of them.</summary>
public sealed class InspectionReading(IInspectionBook book, IAttachmentBook attachments, IAgencyRegister register, BusinessClock clock) : IAttachmentOwners
{
    /// <summary>The refusal for an inspection that is not there.</summary>
    public static Refusal Unknown { get; } = Refusal.NotFound("inspections.unknown", "Không có cuộc kiểm tra này.");

    /// <summary>Fields a list can be ordered by.</summary>
    public static IReadOnlyList<string> SortFields { get; } = ["plannedOn", "agency", "heldOn"];

    /// <inheritdoc />
    public string Entity => "inspection";

    /// <inheritdoc />
    public Operation Right => Operation.FollowUpInspections;

    /// <inheritdoc />
    async Task<AttachmentOwner?> IAttachmentOwners.Find(Actor actor, Guid id, CancellationToken cancel) =>
        (await Find(actor, id, cancel)).Value is { Inspection: var found } ? new(found.OwnerId, id, found.Title) : null;

    /// <summary>A page of them; search looks into their words and the agency, without case and marks.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="filter">Of which plan and agency.</param>
    /// <param name="state">In a state; null for all.</param>
    /// <param name="onlyLate">Only those with a check or a recommendation that is late.</param>
    /// <param name="query">Page, order, search.</param>
    /// <param name="cancel">Ends when the caller goes away.</param>
    public async Task<Result<PageOf<InspectionView>>> List(
        Actor actor, InspectionFilter filter, InspectionState? state, bool onlyLate, ListQuery query, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        var wanted = VietnameseText.Fold(query.Search ?? "").Trim();
        var found = (await Views(actor, await book.Of(filter, cancel), cancel))
            .Where(v => (state is null || v.Inspection.State == state) && (!onlyLate || v.Late > 0 || v.Inspection.IsOverdueOn(v.Today))
                && $"{v.Inspection.SearchText} {VietnameseText.Fold(v.Agency.Name)}".Contains(wanted, StringComparison.Ordinal)).ToList();
        var items = Ordered(found, query.Sort ?? []).Skip((query.Page - 1) * query.PageSize).Take(query.PageSize);
        return new PageOf<InspectionView>([.. items], found.Count, query.Page, query.PageSize);
    }

    /// <summary>One of them.</summary>
    public async Task<Result<InspectionView>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return await book.Find(id, cancel) is { } found ? (await Views(actor, [found], cancel))[0] : Unknown;
    }

    /// <summary>Whether the actor may do this with it, by right alone.</summary>
    internal static bool May(Actor actor, Inspection inspection, InspectionVerb verb) => verb switch
    {
        InspectionVerb.FollowUp => actor.May(Operation.FollowUpInspections)
            && (actor.May(Operation.ManageInspections) || actor.WorksFor(inspection.OwnerId) || actor.WorksFor(inspection.AgencyId)),
        _ => actor.May(Operation.ManageInspections),
    };

    /// <summary>Whether the state of the inspection allows it.</summary>
    internal static bool Fits(Inspection inspection, InspectionVerb verb) => verb switch
    {
        InspectionVerb.Edit or InspectionVerb.Record or InspectionVerb.Cancel => inspection.State is InspectionState.Planned,
        _ => inspection.State is InspectionState.FollowUp,
    };

    private async Task<IReadOnlyList<InspectionView>> Views(Actor actor, IReadOnlyList<Inspection> found, CancellationToken cancel)
    {
        var agencies = await register.All(cancel);
        var evidence = await attachments.Of([.. found.Select(i => i.Id)], cancel);
        return
        [
            .. found.Select(i => new InspectionView(
                i, agencies[i.AgencyId].RefOn(i.HeldOn ?? i.PlannedOn), agencies[i.OwnerId].RefOn(clock.Today), clock.Today, [.. evidence[i.Id]],
                [.. Enum.GetValues<InspectionVerb>().Where(v => Fits(i, v) && May(actor, i, v))])),
        ];
    }

    private static IEnumerable<InspectionView> Ordered(List<InspectionView> found, IReadOnlyList<SortBy> sort)
    {
        var ordered = found.OrderBy(_ => 0);
        foreach (var by in sort)
        {
            ordered = by.Field switch
            {
                "agency" => by.Descending ? ordered.ThenByDescending(v => v.Agency.Name, VietnameseText.Order) : ordered.ThenBy(v => v.Agency.Name, VietnameseText.Order),
                "heldOn" => by.Descending ? ordered.ThenByDescending(v => v.Inspection.HeldOn) : ordered.ThenBy(v => v.Inspection.HeldOn),
                _ => by.Descending ? ordered.ThenByDescending(v => v.Inspection.PlannedOn) : ordered.ThenBy(v => v.Inspection.PlannedOn),
            };
        }
        return ordered.ThenByDescending(v => v.Inspection.PlannedOn).ThenBy(v => v.Inspection.Id);
    }
}
