namespace PlanTracker.Domain.Progress;

/// <summary>Links as evidence: which are taken, and when two lead to the same place.</summary>
public static class EvidenceLinks
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = 2000;

    private static readonly string[] Trackers = ["utm_", "fbclid=", "gclid=", "zarsrc=", "mibextid="];

    /// <summary>What is wrong with a link, for a person; null when it is taken.</summary>
    public static string? Wrong(string? url)
    {
        if (url is not { Length: <= MaxLength } || !VietnameseText.IsClean(url) || url.AsSpan().IndexOfAny('\r', '\n', '\t') >= 0
            || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return "Liên kết phải bắt đầu bằng http:// hoặc https://, dài tối đa 2.000 ký tự.";
        return uri.UserInfo.Length > 0 || uri.Authority.Contains('@') ? "Liên kết không được chứa tên đăng nhập hoặc mật khẩu." : null;
    }

    /// <summary>
    /// Where a link leads: host without case and "www.", no default port, no trailing slash, no marks of advertising, no place within the page.
    /// </summary>
    public static string Normal(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return url;
        var host = uri.IdnHost.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host[4..];
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Trackers.Any(t => part.StartsWith(t, StringComparison.OrdinalIgnoreCase))));
        // Some sites keep what is shown behind the hash: "#/tin/12".
        var place = uri.Fragment.StartsWith("#/", StringComparison.Ordinal) || uri.Fragment.StartsWith("#!", StringComparison.Ordinal) ? uri.Fragment : "";
        return $"{host}{port}{uri.AbsolutePath.TrimEnd('/')}{(query.Length > 0 ? "?" + query : "")}{place}";
    }
}
