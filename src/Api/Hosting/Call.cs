using Microsoft.Net.Http.Headers;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Reporting;

namespace PlanTracker.Api.Hosting;

/// <summary>What every handler needs of a request: who, which query, which version.</summary>
internal sealed class Call(HttpContext http, Actor actor, Asked asked)
{
    /// <summary>Who asks; the group requires that somebody does.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>The query, read after the endpoint's declaration.</summary>
    public Asked Asked { get; } = asked;

    /// <summary>Ends when the caller goes away.</summary>
    public CancellationToken Cancel => http.RequestAborted;

    /// <summary>What <c>If-Match</c> says. Weak, garbled and several tags fit no version.</summary>
    public ExpectedVersion Version
    {
        get
        {
            var sent = http.Request.Headers.IfMatch;
            return sent.Count == 0 ? ExpectedVersion.Missing : Etags.Read(sent.ToString());
        }
    }

    /// <summary>What <c>If-Match</c> says of a resource whose tag is told by its content. Weak, garbled and several tags fit nothing.</summary>
    public ExpectedTag Tag
    {
        get
        {
            var sent = http.Request.Headers.IfMatch;
            return sent.Count == 0 ? ExpectedTag.Missing : Etags.ReadText(sent.ToString());
        }
    }

    /// <summary>Built by the framework.</summary>
    public static ValueTask<Call> BindAsync(HttpContext http)
    {
        var actor = http.RequestServices.GetRequiredService<ICurrentActor>().Actor
            ?? throw new InvalidOperationException("An endpoint without sign-in asks who is signed in.");
        return ValueTask.FromResult(new Call(http, actor, Asked.Read(http)));
    }
}

/// <summary>Entity tags: strong, in quotes.</summary>
internal static class Etags
{
    /// <summary>The tag of a version.</summary>
    public static string Of(int version) => $"\"{version}\"";

    /// <summary>The version that a tag means; one that fits nothing for a weak, garbled or foreign tag.</summary>
    public static ExpectedVersion Read(string tag)
    {
        if (tag.Trim() == "*")
            return ExpectedVersion.Any;
        return EntityTagHeaderValue.TryParse(tag, out var one) && !one.IsWeak
            && int.TryParse(Number(one.Tag.AsSpan().Trim('"')), System.Globalization.NumberStyles.None, null, out var number)
            ? ExpectedVersion.Of(number) : ExpectedVersion.Of(-1);
    }

    /// <summary>The tag as text; one that fits nothing for a weak or garbled tag.</summary>
    public static ExpectedTag ReadText(string tag)
    {
        if (tag.Trim() == "*")
            return ExpectedTag.Any;
        return EntityTagHeaderValue.TryParse(tag, out var one) && !one.IsWeak ? new(one.Tag.AsSpan().Trim('"').ToString(), false) : new("", false);
    }

    // What stands behind a dash tells figures apart, not versions.
    private static ReadOnlySpan<char> Number(ReadOnlySpan<char> tag) => tag.IndexOf('-') is > 0 and var dash ? tag[..dash] : tag;

    /// <summary>Whether <c>If-None-Match</c> names the tag.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(k => k.Tag == "*" || k.Tag == tag);
}
