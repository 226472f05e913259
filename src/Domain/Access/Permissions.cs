namespace PlanTracker.Domain.Access;

/// <summary>What can be done; one value per right, named by the verb of the use case.</summary>
public enum Operation
{
    /// <summary>Read plans, activities, figures, reports, confirmed entries.</summary>
    ReadFigures,
    /// <summary>Draft, edit and submit entries of activities that the actor's own agency leads; withdraw them while unconfirmed.</summary>
    LogOwnEntries,
    /// <summary>Draft, edit and submit entries for any lead (nhập thay).</summary>
    LogEntriesForAnyLead,
    /// <summary>Confirm or return submitted entries; withdraw confirmed ones.</summary>
    ConfirmEntries,
    /// <summary>See the agency's own drafts and returned entries.</summary>
    ReadOwnDrafts,
    /// <summary>See every agency's submitted entries.</summary>
    ReadSubmitted,
    /// <summary>Create, list and revoke one's own tokens for programs.</summary>
    ManageOwnTokens,
}

/// <summary>Who may do what: the one table. Use cases ask it, both fronts show buttons by it.</summary>
public static class Permissions
{
    private static readonly Role[] Everyone = Enum.GetValues<Role>();

    private static readonly Dictionary<Operation, Role[]> Table = new()
    {
        [Operation.ReadFigures] = Everyone,
        [Operation.ManageOwnTokens] = Everyone,
        [Operation.LogOwnEntries] = [Role.Reporter],
        [Operation.LogEntriesForAnyLead] = [Role.Coordinator],
        [Operation.ConfirmEntries] = [Role.Coordinator],
        [Operation.ReadOwnDrafts] = [Role.Reporter, Role.Head, Role.Coordinator],
        [Operation.ReadSubmitted] = [Role.Coordinator],
    };

    /// <summary>The roles that may do it.</summary>
    public static IReadOnlyList<Role> RolesFor(Operation operation) => Table[operation];

    /// <summary>Whether one of the actor's roles may do it.</summary>
    public static bool May(this Actor actor, Operation operation) => Table[operation].Any(actor.Is);
}
