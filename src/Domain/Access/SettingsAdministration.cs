using System.Text.Json;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Access;

/// <summary>The settings as they hold.</summary>
/// <param name="Access">Of sign-in.</param>
/// <param name="Version">For the next change; 0 while nobody has changed them.</param>
public sealed record SettingsView(AccessSettings Access, int Version);

/// <summary>Reads the settings' row.</summary>
public interface ISettingsBook
{
    /// <summary>The row; null while nobody has changed the settings.</summary>
    Task<SystemSettings?> Find(CancellationToken cancel);
}

/// <summary>The settings inside a write.</summary>
public interface ISettingsChanges
{
    /// <summary>The row, tracked; null while there is none.</summary>
    Task<SystemSettings?> Load(CancellationToken cancel);

    /// <summary>Adds the row.</summary>
    void Add(SystemSettings settings);
}

/// <summary>Use cases of the settings: for administrators. A change holds from the next request on.</summary>
public sealed class SettingsAdministration(IStore store, ISettingsBook book, IAccessSettings access, BusinessClock clock)
{
    private const string Entity = "settings";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The settings as they hold.</summary>
    public async Task<Result<SettingsView>> Read(Actor actor, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadSettings) is { } refusal)
            return refusal;
        var row = await book.Find(cancel);
        return new SettingsView(row?.Access ?? await access.Current(cancel), row?.Version ?? 0);
    }

    /// <summary>Changes the settings of sign-in, all at once.</summary>
    public async Task<Result<SettingsView>> Change(Actor actor, ExpectedVersion version, Result<AccessSettings> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageSettings) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        if (AccessSettingsRules.Check(asked) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        var before = await access.Current(cancel);
        var changed = await store.Write<SettingsView>(actor, async changes =>
        {
            var row = await changes.Settings.Load(cancel);
            if (version.Check(row?.Version ?? 0) is { } stale)
                return stale;
            var old = row?.Access ?? before;
            if (old == asked)
                return new SettingsView(old, row?.Version ?? 0);
            if (row is null)
                changes.Settings.Add(row = new SystemSettings());
            else
                row.Version++;
            row.Access = asked;
            changes.Record(Row(actor, old, asked));
            return new SettingsView(asked, row.Version);
        }, cancel);
        access.Forget();
        return changed;
    }

    private Change Row(Actor actor, AccessSettings old, AccessSettings now) => new()
    {
        At = clock.UtcNow,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        Door = actor.Door,
        Entity = Entity,
        EntityId = Guid.Empty,
        What = "edit",
        Old = JsonSerializer.Serialize(old, Json),
        New = JsonSerializer.Serialize(now, Json),
    };
}
