using Microsoft.AspNetCore.Authorization;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Hosting.SignIn;

/// <summary>Leads somebody whose sign-in is not finished to what they must do, and keeps everything else closed: pages and API, cookie and token.</summary>
internal static class UnfinishedGate
{
    /// <summary>After authorization, when it is known who asks.</summary>
    public static void UseUnfinishedGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata is not { } endpoint
            || http.RequestServices.GetRequiredService<ICurrentActor>().Actor?.Unfinished is not { } unfinished
            || endpoint.GetMetadata<IAllowAnonymous>() is not null || endpoint.GetMetadata<OpenToUnfinishedAttribute>() is not null)
            await next(http);
        else if (Challenges.IsApi(http))
            await Problems.Write(http, unfinished.Refusal());
        else
            http.Response.Redirect(unfinished is Unfinished.Password ? "/tai-khoan/mat-khau" : "/tai-khoan/xac-thuc");
    });
}
