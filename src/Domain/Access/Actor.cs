using PlanTracker.Domain.Agencies;

namespace PlanTracker.Domain.Access;

/// <summary>Through which door a change came.</summary>
public enum Door
{
    /// <summary>A page of the dashboard.</summary>
    Page,
    /// <summary>The REST API.</summary>
    Api,
    /// <summary>An import from Excel.</summary>
    Import,
    /// <summary>The program itself: start-up data, sample year.</summary>
    System,
    /// <summary>A succession of agencies, which moves what belonged to them.</summary>
    Succession,
}

/// <summary>Who acts: a signed-in person (or the program), their roles and agency, and the door they came through.</summary>
public sealed record Actor(
    Guid AccountId, string UserName, string FullName, IReadOnlySet<Role> Roles, AgencyRef? Agency, Door Door)
{
    /// <summary>The program itself, when it loads start-up data.</summary>
    public static Actor System { get; } = new(Guid.Empty, "system", "PlanTracker", new HashSet<Role>(), null, Door.System);

    /// <summary>Ended agencies whose work the actor's agency took over: what they had begun is the actor's agency's to go on with.</summary>
    public IReadOnlySet<Guid> Predecessors { get; init; } = new HashSet<Guid>();

    /// <summary>A token that may read and nothing else.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The key of a request that may be sent again; null when it has none.</summary>
    public OnceOnly? Once { get; init; }

    /// <summary>What the account must still do before it may do anything else; null when nothing.</summary>
    public Unfinished? Unfinished { get; init; }

    /// <summary>Whether the actor holds the role.</summary>
    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>Whether the actor works for the agency, or for the one that took over its work.</summary>
    public bool WorksFor(Guid agencyId) => Agency?.Id == agencyId || Predecessors.Contains(agencyId);
}

/// <summary>Who is acting in this request; the host knows.</summary>
public interface ICurrentActor
{
    /// <summary>The actor; null for somebody who is not signed in.</summary>
    Actor? Actor { get; }
}
