using PlanTracker.Domain.Access;
using PlanTracker.Domain.History;

namespace PlanTracker.Domain.Progress;

/// <summary>A channel to be added.</summary>
/// <param name="Code">Letters, digits and dashes, a letter first, at most 32; never changed later.</param>
/// <param name="Name">At most 100 characters.</param>
public sealed record NewChannel(string Code, string Name);

/// <summary>What can be changed of a channel.</summary>
/// <param name="Name">At most 100 characters.</param>
/// <param name="IsActive">Whether new entries may name it.</param>
public sealed record ChannelChange(string Name, bool IsActive);

/// <summary>Use cases of the list of channels: everybody reads it, Sở Nội vụ keeps it.</summary>
public sealed class ChannelAdministration(IStore store, IChannelList list, BusinessClock clock)
{
    private const int MaxCode = 32;
    private const int MaxName = 100;
    private const int MostChannels = 200;

    /// <summary>The refusal for a channel that is not there.</summary>
    public static Refusal UnknownChannel { get; } = Refusal.NotFound("channels.unknown", "Không có kênh này trong danh mục.");

    /// <summary>All channels, retired ones too, in order.</summary>
    public async Task<Result<IReadOnlyList<Channel>>> All(Actor actor, CancellationToken cancel) =>
        actor.Demand(Operation.ReadFigures) is { } refusal ? refusal : Result<IReadOnlyList<Channel>>.Of(await list.All(cancel));

    /// <summary>One channel.</summary>
    public async Task<Result<Channel>> Find(Actor actor, Guid id, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ReadFigures) is { } refusal)
            return refusal;
        return (await list.All(cancel)).FirstOrDefault(c => c.Id == id) is { } channel ? channel : UnknownChannel;
    }

    /// <summary>Adds a channel at the end of the list. A code or a name that is there already, retired or not, is a conflict.</summary>
    public async Task<Result<Channel>> Add(Actor actor, Result<NewChannel> input, CancellationToken cancel)
    {
        if (actor.Demand(Operation.ManageChannels) is { } notAllowed)
            return notAllowed;
        if (input.Refused(out var unreadable, out var asked))
            return unreadable;
        var (code, name) = (VietnameseText.Clean(asked.Code) ?? "", VietnameseText.Clean(asked.Name) ?? "");
        var errors = new FieldErrors();
        if (!IsCode(code))
            errors.Add("code", "Mã gồm chữ không dấu, số và dấu gạch ngang, bắt đầu bằng chữ, dài tối đa 32 ký tự.");
        errors.Line("name", name, MaxName, "Tên kênh", needed: true);
        if (errors.Refusal is { } wrong)
            return wrong;
        return await store.Write<Channel>(actor, async changes =>
        {
            var known = await changes.Channels.All(cancel);
            if (known.Any(c => string.Equals(c.Code, code, StringComparison.OrdinalIgnoreCase)))
                return Refusal.Conflict("channels.code-taken", $"Mã “{code}” đã có trong danh mục.");
            if (SameName(known, name, null) is { } taken)
                return taken;
            if (known.Count >= MostChannels)
                return Refusal.Conflict("channels.too-many", "Danh mục có tối đa 200 kênh.");
            var channel = new Channel { Code = code, Name = name, Order = known.Select(c => c.Order).DefaultIfEmpty().Max() + 1 };
            changes.Channels.Add(channel);
            changes.Record(Row(actor, channel, "create", null));
            return channel;
        }, cancel);
    }

    /// <summary>Renames a channel, retires it or takes it back. Entries that name it keep its code.</summary>
    public async Task<Result<Channel>> Change(Actor actor, Guid id, ExpectedVersion version, Result<ChannelChange> input, CancellationToken cancel) =>
        await store.Write<Channel>(actor, async changes =>
        {
            if (actor.Demand(Operation.ReadFigures) is { } notSeen)
                return notSeen;
            var known = await changes.Channels.All(cancel);
            if (known.FirstOrDefault(c => c.Id == id) is not { } channel)
                return UnknownChannel;
            if (actor.Demand(Operation.ManageChannels) is { } notAllowed)
                return notAllowed;
            if (input.Refused(out var unreadable, out var asked))
                return unreadable;
            var name = VietnameseText.Clean(asked.Name) ?? "";
            var errors = new FieldErrors();
            errors.Line("name", name, MaxName, "Tên kênh", needed: true);
            if ((errors.Refusal ?? version.Check(channel.Version) ?? SameName(known, name, id)) is { } refused)
                return refused;
            if (channel.Name == name && channel.IsActive == asked.IsActive)
                return channel;
            var before = Fields(channel);
            (channel.Name, channel.IsActive) = (name, asked.IsActive);
            channel.Version++;
            changes.Record(Row(actor, channel, "edit", before));
            return channel;
        }, cancel);

    private static Refusal? SameName(IEnumerable<Channel> known, string name, Guid? self) =>
        known.Any(c => c.Id != self && VietnameseText.Fold(c.Name) == VietnameseText.Fold(name))
            ? Refusal.Conflict("channels.name-taken", $"Kênh “{name}” đã có trong danh mục.") : null;

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= MaxCode && char.IsAsciiLetter(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');

    private static string Fields(Channel channel) => HistoryJson.Of(new { channel.Code, channel.Name, channel.IsActive });

    private Change Row(Actor actor, Channel channel, string what, string? before) => new()
    {
        At = clock.UtcNow,
        AccountId = actor.AccountId,
        AccountName = actor.FullName,
        AgencyId = actor.Agency?.Id,
        Door = actor.Door,
        Entity = "channel",
        EntityId = channel.Id,
        What = what,
        Old = before,
        New = Fields(channel),
    };
}
