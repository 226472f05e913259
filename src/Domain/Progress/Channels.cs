namespace PlanTracker.Domain.Progress;

/// <summary>A channel of communication (kênh): data that Sở Nội vụ keeps. Entries keep its code, so it is retired and never deleted.</summary>
public sealed class Channel
{
    /// <summary>Stable id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Code that entries and programs name it by; never changed.</summary>
    public required string Code { get; init; }
    /// <summary>Name on screen.</summary>
    public required string Name { get; set; }
    /// <summary>Whether new entries may name it; a retired one still shows on old entries.</summary>
    public bool IsActive { get; set; } = true;
    /// <summary>Place in a drop-down, from 1.</summary>
    public required int Order { get; init; }
    /// <summary>Raised by every change; what If-Match compares.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>The channels a new database starts with [default list].</summary>
public static class Channels
{
    /// <summary>Code and name, in the order of a drop-down.</summary>
    public static IReadOnlyList<(string Code, string Name)> Default { get; } =
    [
        ("Portal", "Cổng thông tin điện tử"), ("Website", "Trang thông tin điện tử"), ("Press", "Báo in, báo điện tử"),
        ("Television", "Truyền hình"), ("Radio", "Phát thanh"), ("Loudspeaker", "Loa truyền thanh cơ sở"),
        ("MobileUnit", "Thông tin lưu động"), ("Facebook", "Facebook"), ("Zalo", "Zalo"), ("YouTube", "YouTube"),
        ("Sms", "Tin nhắn SMS"), ("Leaflet", "Tờ gấp, tờ rơi"), ("Pano", "Pano, áp phích, băng rôn"), ("Other", "Kênh khác"),
    ];

    /// <summary>The codes an entry may name: of active channels, and the one it names already.</summary>
    public static IReadOnlySet<string> OpenCodes(this IEnumerable<Channel> channels, string? kept) =>
        channels.Where(c => c.IsActive || c.Code == kept).Select(c => c.Code).ToHashSet();

    /// <summary>The name of a code in a list; the code itself when it is not in it.</summary>
    public static string NameOf(this IEnumerable<Channel> channels, string code) => channels.FirstOrDefault(c => c.Code == code)?.Name ?? code;
}

/// <summary>Reads the channels. There are a few dozen over all time.</summary>
public interface IChannelList
{
    /// <summary>Every channel ever kept, retired ones too, in order.</summary>
    Task<IReadOnlyList<Channel>> All(CancellationToken cancel);
}

/// <summary>Channels inside a write.</summary>
public interface IChannelChanges
{
    /// <summary>All of them, tracked, in order.</summary>
    Task<IReadOnlyList<Channel>> All(CancellationToken cancel);

    /// <summary>Adds one.</summary>
    void Add(Channel channel);
}
