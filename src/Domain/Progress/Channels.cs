namespace PlanTracker.Domain.Progress;

/// <summary>A channel of communication (kênh).</summary>
public sealed record Channel(string Code, string Name);

/// <summary>The channels an entry may name [default list].</summary>
public static class Channels
{
    /// <summary>All, in the order of a drop-down.</summary>
    public static IReadOnlyList<Channel> All { get; } =
    [
        new("Portal", "Cổng thông tin điện tử"), new("Website", "Trang thông tin điện tử"), new("Press", "Báo in, báo điện tử"),
        new("Television", "Truyền hình"), new("Radio", "Phát thanh"), new("Loudspeaker", "Loa truyền thanh cơ sở"),
        new("MobileUnit", "Thông tin lưu động"), new("Facebook", "Facebook"), new("Zalo", "Zalo"), new("YouTube", "YouTube"),
        new("Sms", "Tin nhắn SMS"), new("Leaflet", "Tờ gấp, tờ rơi"), new("Pano", "Pano, áp phích, băng rôn"), new("Other", "Kênh khác"),
    ];

    /// <summary>The name on screen; the code itself when unknown.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(c => c.Code == code)?.Name ?? code;
}
