namespace PlanTracker.Domain.Access;

/// <summary>What can be done; one value per right, named by the verb of the use case.</summary>
public enum Operation
{
    /// <summary>Read plans, activities, figures, reports, confirmed entries, agencies.</summary>
    ReadFigures,
    /// <summary>See the agency's own drafts and returned entries.</summary>
    ReadOwnDrafts,
    /// <summary>See every agency's submitted entries.</summary>
    ReadSubmitted,
    /// <summary>Read the history of what concerns one's own agency.</summary>
    ReadOwnHistory,
    /// <summary>Read all history.</summary>
    ReadHistory,
    /// <summary>Have a work list: what waits for oneself or one's agency.</summary>
    ReadWork,
    /// <summary>See in the work list what concerns all agencies.</summary>
    ReadAllWork,
    /// <summary>See accounts.</summary>
    ReadAccounts,
    /// <summary>See the settings.</summary>
    ReadSettings,

    /// <summary>Draft, edit and submit entries of activities that the actor's own agency leads; withdraw them while unconfirmed.</summary>
    LogOwnEntries,
    /// <summary>Draft, edit and submit entries for any lead (nhập thay).</summary>
    LogEntriesForAnyLead,
    /// <summary>Confirm or return submitted entries; withdraw confirmed ones.</summary>
    ConfirmEntries,

    /// <summary>Draft and save the reports of the actor's own agency.</summary>
    DraftAgencyReports,
    /// <summary>Approve and submit the reports of the actor's own agency.</summary>
    SubmitAgencyReports,
    /// <summary>Accept or return reports: for Sở Nội vụ, or for the actor's own agency where it receives from below.</summary>
    ReceiveAgencyReports,
    /// <summary>Add, change and retire indicators of reports.</summary>
    ManageIndicators,

    /// <summary>Keep the list of channels.</summary>
    ManageChannels,
    /// <summary>Write news items of the actor's own agency.</summary>
    WriteNews,
    /// <summary>Approve and send news items of the actor's own agency.</summary>
    SubmitNews,
    /// <summary>The news desk: see what was sent, select, return, decline, edit, publish, compose issues, set the rules.</summary>
    SelectNews,

    /// <summary>Draft plans, import their tables, issue them.</summary>
    ManagePlans,
    /// <summary>Change targets of issued plans, add and stop activities.</summary>
    ChangeTargets,
    /// <summary>Make and change the periods of calendars; keep the list of holidays.</summary>
    ManageCalendar,
    /// <summary>Let agencies off their reports, have obligations made.</summary>
    ManageObligations,
    /// <summary>Read what reminders were sent to whom; try failed ones again; change the ladder of reminders.</summary>
    ManageReminders,
    /// <summary>Phase the targets of activities that the actor's own agency leads, and set an earlier due date.</summary>
    PhaseOwnTargets,

    /// <summary>Issue, number and reopen reports, and write their text.</summary>
    IssueReports,
    /// <summary>Make and revoke links that show the overview on the screen of a meeting room.</summary>
    MakeDisplays,
    /// <summary>Keep the heads of documents of all agencies.</summary>
    ManageLetterheads,
    /// <summary>Record estimates, disbursements and settlements of activities that the actor's own agency leads.</summary>
    KeepOwnMoney,
    /// <summary>Record consolidation, and the approval by UBND.</summary>
    ConsolidateMoney,
    /// <summary>Record appraisal.</summary>
    AppraiseMoney,
    /// <summary>Say how the tasks of the actor's own agency stand; for who records for all, of any agency.</summary>
    UpdateTasks,
    /// <summary>Ask for detailed plans and clearances, move their last days; record what Sở Nội vụ agrees to.</summary>
    AskPreparations,
    /// <summary>Send and bring the detailed plans and clearances of the actor's own agency; for who records for all, of any.</summary>
    KeepPreparations,
    /// <summary>Raise difficulties of the actor's own agency.</summary>
    RaiseDifficulties,
    /// <summary>Answer difficulties, report them to UBND.</summary>
    AnswerDifficulties,
    /// <summary>Close difficulties of the actor's own agency; for who answers, of any.</summary>
    CloseDifficulties,
    /// <summary>Plan inspections, record what they found, hold recommendations for done.</summary>
    ManageInspections,
    /// <summary>Say what the actor's own agency did about a recommendation; for who manages inspections, of any.</summary>
    FollowUpInspections,
    /// <summary>Write and issue the own plans of the actor's own agency, record what was done of them; for who records for all, of any.</summary>
    KeepUnitPlans,
    /// <summary>Confirm or return results of the own plan of the actor's own agency; for who records for all, of any.</summary>
    ConfirmUnitResults,

    /// <summary>One's own password, second factor and tokens.</summary>
    ManageOwnAccount,
    /// <summary>Create, change, disable and unlock accounts.</summary>
    ManageAccounts,
    /// <summary>Create and change agencies; record successions.</summary>
    ManageAgencies,
    /// <summary>Change the settings.</summary>
    ManageSettings,
}

/// <summary>Who may do what: the one table. Use cases ask it, both fronts show buttons by it, a test walks every door with it.</summary>
public static class Permissions
{
    private const Role Administrator = Role.Administrator, Coordinator = Role.Coordinator, Reporter = Role.Reporter, Head = Role.Head,
        Finance = Role.Finance, Leader = Role.Leader;

    private static readonly Row[] Table =
    [
        Reads(Operation.ReadFigures,          Administrator, Coordinator, Reporter, Head, Finance, Leader),
        Reads(Operation.ReadOwnDrafts,                       Coordinator, Reporter, Head),
        Reads(Operation.ReadSubmitted,                       Coordinator),
        Reads(Operation.ReadOwnHistory,       Administrator, Coordinator, Reporter, Head, Finance),
        Reads(Operation.ReadHistory,          Administrator),
        Reads(Operation.ReadWork,                            Coordinator, Reporter, Head,          Leader),
        Reads(Operation.ReadAllWork,                         Coordinator,                          Leader),
        Reads(Operation.ReadAccounts,         Administrator),
        Reads(Operation.ReadSettings,         Administrator),

        Changes(Operation.LogOwnEntries,                                  Reporter),
        Changes(Operation.LogEntriesForAnyLead,              Coordinator),
        Changes(Operation.ConfirmEntries,                    Coordinator),

        Changes(Operation.DraftAgencyReports,                             Reporter),
        Changes(Operation.SubmitAgencyReports,                                      Head),
        Changes(Operation.ReceiveAgencyReports,              Coordinator, Reporter, Head),
        Changes(Operation.ManageIndicators,                  Coordinator),

        Changes(Operation.ManageChannels,                    Coordinator),
        Changes(Operation.WriteNews,                                      Reporter),
        Changes(Operation.SubmitNews,                                               Head),
        Changes(Operation.SelectNews,                        Coordinator),

        Changes(Operation.ManagePlans,                       Coordinator),
        Changes(Operation.ChangeTargets,                     Coordinator),
        Changes(Operation.ManageCalendar,                    Coordinator),
        Changes(Operation.ManageObligations,                 Coordinator),
        Changes(Operation.ManageReminders,                   Coordinator),
        Changes(Operation.PhaseOwnTargets,                                Reporter),

        Changes(Operation.IssueReports,                      Coordinator),
        Changes(Operation.MakeDisplays,                                                            Leader),
        Changes(Operation.ManageLetterheads,                 Coordinator),
        Changes(Operation.KeepOwnMoney,                                   Reporter),
        Changes(Operation.ConsolidateMoney,                  Coordinator),
        Changes(Operation.AppraiseMoney,                                                  Finance),
        Changes(Operation.UpdateTasks,                       Coordinator, Reporter),
        Changes(Operation.AskPreparations,                   Coordinator),
        Changes(Operation.KeepPreparations,                  Coordinator, Reporter),
        Changes(Operation.RaiseDifficulties,                              Reporter),
        Changes(Operation.AnswerDifficulties,                Coordinator),
        Changes(Operation.CloseDifficulties,                 Coordinator, Reporter),
        Changes(Operation.ManageInspections,                 Coordinator),
        Changes(Operation.FollowUpInspections,               Coordinator, Reporter),
        Changes(Operation.KeepUnitPlans,                     Coordinator, Reporter),
        Changes(Operation.ConfirmUnitResults,                Coordinator,           Head),

        Changes(Operation.ManageOwnAccount,   Administrator, Coordinator, Reporter, Head, Finance, Leader),
        Changes(Operation.ManageAccounts,     Administrator),
        Changes(Operation.ManageAgencies,     Administrator),
        Changes(Operation.ManageSettings,     Administrator),
    ];

    private static readonly Dictionary<Operation, Row> Rows = Table.ToDictionary(r => r.Operation);

    /// <summary>The roles that may do it.</summary>
    public static IReadOnlyList<Role> RolesFor(Operation operation) => Rows[operation].Roles;

    /// <summary>Whether it only reads: what a read-only token may still do.</summary>
    public static bool OnlyReads(Operation operation) => Rows[operation].OnlyReads;

    /// <summary>Whether one of the actor's roles may do it; a read-only token may only read, an unfinished sign-in only finish.</summary>
    public static bool May(this Actor actor, Operation operation) =>
        Rows[operation] is var row && row.Roles.Any(actor.Is) && (row.OnlyReads || !actor.IsReadOnly)
        && (actor.Unfinished is null || operation is Operation.ManageOwnAccount);

    private static Row Reads(Operation operation, params Role[] roles) => new(operation, OnlyReads: true, roles);

    private static Row Changes(Operation operation, params Role[] roles) => new(operation, OnlyReads: false, roles);

    private sealed record Row(Operation Operation, bool OnlyReads, Role[] Roles);
}
