using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Dashboard.Shared;

/// <summary>What every signed-in page has: the actor, the request, and one way to show a refusal.</summary>
public abstract class PageBase : ComponentBase
{
    [Inject]
    private ICurrentActor Current { get; set; } = default!;

    [Inject]
    private IRefusalStatus RefusalStatus { get; set; } = default!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private protected HttpContext? Http { get; set; }

    /// <summary>Who is signed in; the host lets nobody else reach the page.</summary>
    private protected Actor Actor => Current.Actor ?? throw new InvalidOperationException("A page for signed-in people was reached without an actor.");

    /// <summary>Why the page shows nothing; null when it does.</summary>
    private protected Refusal? Refusal { get; set; }

    /// <summary>Ends when the browser has gone.</summary>
    private protected CancellationToken Cancel => Http?.RequestAborted ?? CancellationToken.None;

    /// <summary>The value; or null, with the refusal shown and the status set.</summary>
    private protected T? Given<T>(Result<T> result)
        where T : class
    {
        if (!result.Refused(out var refusal, out var value))
            return value;
        Refuse(refusal);
        return null;
    }

    /// <summary>Shows a refusal in place of the page.</summary>
    private protected void Refuse(Refusal refusal)
    {
        Refusal = refusal;
        SetStatus(RefusalStatus.Of(refusal.Kind));
    }

    /// <summary>The form is shown again with its errors: 422, which Turbo renders in place.</summary>
    private protected void ShowFormAgain() => SetStatus(StatusCodes.Status422UnprocessableEntity);

    private void SetStatus(int status)
    {
        if (Http is { Response.HasStarted: false } http)
            http.Response.StatusCode = status;
    }
}
