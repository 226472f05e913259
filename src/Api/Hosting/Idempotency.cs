using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Storage.Once;
using PlanTracker.Api.Hosting.SignIn;

namespace PlanTracker.Api.Hosting;

/// <summary>Marks an answer that holds a secret shown once: it is never kept, so it cannot be given again.</summary>
internal sealed record SecretAnswer;

/// <summary>
/// Idempotency-Key: a POST that was carried out is answered again and not carried out again, for the same person, key, address and body.
/// What was refused changed nothing and is judged anew. See the decision record on requests sent twice.
/// </summary>
internal sealed partial class Idempotency(IdempotencyBook book, ILogger<Idempotency> log)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int MaxKey = 255;
    private const int Stripes = 64;

    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Whether an endpoint takes a key.</summary>
    public static bool Takes(IEnumerable<object> metadata) => metadata.OfType<NeedsAttribute>().Any();

    /// <summary>Answers a request, or lets it through to be carried out.</summary>
    public async Task Invoke(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !Challenges.IsApi(http) || http.Request.Headers[Header] is not { Count: > 0 } sent
            || http.GetEndpoint() is not { } endpoint || !Takes(endpoint.Metadata) || http.RequestServices.GetRequiredService<ICurrentActor>().Actor is not { } actor
            || !endpoint.Metadata.GetMetadata<NeedsAttribute>()!.Operations.Any(actor.May))
        {
            await next(http);
            return;
        }
        if (sent is not [{ Length: > 0 and <= MaxKey } key] || key.Any(c => c is < ' ' or > '~'))
        {
            await Problems.Write(http, Refusal.Invalid(Header, "Idempotency-Key gồm 1 đến 255 ký tự ASCII nhìn thấy được, gửi một lần."));
            return;
        }
        var asked = await RequestHash.Of(http);
        var turn = turns[(uint)HashCode.Combine(actor.AccountId, key) % Stripes];
        await turn.WaitAsync(http.RequestAborted);
        try
        {
            if (await book.Find(actor.AccountId, key, http.RequestAborted) is { } kept)
                await Repeat(http, kept, asked);
            else
                await CarryOut(http, next, actor, new(key, asked));
        }
        finally
        {
            turn.Release();
        }
    }

    private static Task Repeat(HttpContext http, KeptRequest kept, string asked)
    {
        if (kept.RequestHash != asked)
            return Problems.Write(http, Refusal.Unreadable("idempotency.other-body", "Idempotency-Key này đã dùng cho một yêu cầu khác. Chưa có gì thay đổi."));
        if (kept.Answer is not { } answer)
        {
            return Problems.Write(http, Refusal.Conflict(
                http.GetEndpoint()!.Metadata.GetMetadata<SecretAnswer>() is null ? "idempotency.answer-lost" : "idempotency.secret-answer",
                $"Yêu cầu này đã được thực hiện ({kept.Entity} {kept.EntityId}) và không thực hiện lại; câu trả lời của nó không còn hoặc chỉ hiện một lần."));
        }
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        if (answer.Location is not null)
            http.Response.Headers.Location = answer.Location;
        if (answer.Etag is not null)
            http.Response.Headers.ETag = answer.Etag;
        http.Response.ContentLength = answer.Body.Length;
        return http.Response.Body.WriteAsync(answer.Body, http.RequestAborted).AsTask();
    }

    private async Task CarryOut(HttpContext http, RequestDelegate next, Actor actor, OnceOnly once)
    {
        CurrentActor.Set(http, actor with { Once = once });
        var (response, outer) = (http.Response, http.Response.Body);
        using var body = new MemoryStream();
        response.Body = body;
        try
        {
            await next(http);
        }
        finally
        {
            response.Body = outer;
        }
        if (once.IsUsed && response.StatusCode < StatusCodes.Status500InternalServerError && http.GetEndpoint()!.Metadata.GetMetadata<SecretAnswer>() is null)
        {
            // Not given up with the caller: the effect is there, and the caller will ask again.
            await Keep(actor, once, new(response.StatusCode, response.ContentType, response.Headers.Location, response.Headers.ETag, body.ToArray()));
        }
        body.Position = 0;
        await body.CopyToAsync(outer, http.RequestAborted);
    }

    private async Task Keep(Actor actor, OnceOnly once, KeptAnswer answer)
    {
        try
        {
            await book.Keep(actor.AccountId, once.Key, answer, CancellationToken.None);
        }
        // The effect is committed and its caller is told so; only a second asking will hear that the answer is gone.
        catch (System.Data.Common.DbException fault)
        {
            NotKept(log, fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The answer of a request was not kept for a repetition.")]
    private static partial void NotKept(ILogger log, Exception fault);
}

/// <summary>Puts the mechanism into the host.</summary>
internal static class IdempotencySetup
{
    /// <summary>The answer holds a secret that is shown once.</summary>
    public static RouteHandlerBuilder AnswersSecret(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new SecretAnswer());

    /// <summary>After sign-in: a key is a person's own.</summary>
    public static void UseIdempotency(this WebApplication app)
    {
        var idempotency = app.Services.GetRequiredService<Idempotency>();
        app.Use(idempotency.Invoke);
    }
}
