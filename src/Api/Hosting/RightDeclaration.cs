using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Hosting;

/// <summary>Declares which right opens an operation of the API.</summary>
internal static class RightDeclaration
{
    /// <summary>Any one of these rights; the use case behind it judges.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, params Operation[] operations) =>
        endpoint.WithMetadata(new NeedsAttribute(operations));

    /// <summary>Somebody whose sign-in is not finished may ask it too.</summary>
    public static RouteHandlerBuilder OpenToUnfinished(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new OpenToUnfinishedAttribute());
}
