using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Domain.Plans;

/// <summary>What a plan takes over from the plan before it when it is issued: the text around its table, its tasks, what evidence is asked.</summary>
internal sealed class NextYearText
{
    private readonly Plan last;
    private readonly NextYearProposal proposal;
    private readonly IReadOnlyDictionary<Guid, Agency> agencies;

    private NextYearText(Plan last, NextYearProposal proposal, IReadOnlyDictionary<Guid, Agency> agencies) =>
        (this.last, this.proposal, this.agencies) = (last, proposal, agencies);

    /// <summary>Of a draft; null when it was made by itself.</summary>
    public static async Task<NextYearText?> Of(PlanDraft draft, IChanges changes, IAgencyRegister register, DateOnly today, CancellationToken cancel)
    {
        if (draft.FollowsPlanId is not { } id || await changes.Plans.Load(id, cancel) is not { } last)
            return null;
        var agencies = await register.All(cancel);
        return new(last, new(last, agencies, await register.Successions(cancel), today, null), agencies);
    }

    /// <summary>The text, its years moved on; the documents it rests on and the doubts of the old document are not the new one's.</summary>
    public PlanText Text => last.Text with
    {
        Preamble = "",
        LegalBases = [],
        Purposes = [.. last.Text.Purposes.Select(proposal.MoveYears)],
        Requirements = [.. last.Text.Requirements.Select(proposal.MoveYears)],
        Funding = last.Text.Funding with
        {
            Wording = proposal.MoveYears(last.Text.Funding.Wording),
            EstimateDueOn = last.Text.Funding.EstimateDueOn?.AddYears(proposal.Years),
        },
        Closing = proposal.MoveYears(last.Text.Closing),
        Doubts = [],
    };

    /// <summary>The tasks, given to who does the work of their agencies by now.</summary>
    public IEnumerable<PlanTask> Tasks(Guid planId) => last.Tasks.OrderBy(t => t.Order).Select(t => new PlanTask
    {
        PlanId = planId,
        Order = t.Order,
        Number = t.Number,
        Heading = t.Heading,
        Text = proposal.MoveYears(t.Text),
        Parties = [.. t.Parties.Select(Heir).DistinctBy(p => (p.AgencyId, p.Group, p.Wording))],
    });

    /// <summary>What entries of the activity before were asked to be proved by.</summary>
    public List<EvidencePurpose> EvidenceAsked(Guid? activityId) => [.. last.Activities.Find(a => a.Id == activityId)?.EvidenceAsked ?? []];

    private SupportingParty Heir(SupportingParty party) =>
        party.AgencyId is { } id && proposal.HeirOf(id) is var heir && heir != id ? new(heir, null, agencies[heir].NameOn(proposal.Time.From).Name) : party;
}
