using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.Funding;
using PlanTracker.Domain.History;
using PlanTracker.Domain.Plans;
using PlanTracker.Storage.Access;
using PlanTracker.Storage.Agencies;
using PlanTracker.Storage.Funding;
using PlanTracker.Storage.Plans;
using PlanTracker.Storage.Progress;

namespace PlanTracker.Storage;

/// <summary>What a write may load and add, on the context of its transaction.</summary>
internal sealed class Changes(PlanDb db, TimeProvider time) : IChanges
{
    public IEntryChanges Entries { get; } = new EntryChanges(db);

    public IAccountChanges Accounts { get; } = new AccountChanges(db, time);

    public IPlanChanges Plans { get; } = new PlanChanges(db);

    public IAgencyChanges Agencies { get; } = new AgencyChanges(db);

    public ISettingsChanges Settings { get; } = new SettingsChanges(db);

    public IPlanDraftChanges PlanDrafts { get; } = new PlanDraftChanges(db);

    public IFundingChanges Funding { get; } = new FundingChanges(db);

    public bool AnyRecorded { get; private set; }

    public void Record(Change change)
    {
        db.Changes.Add(change);
        AnyRecorded = true;
    }
}
