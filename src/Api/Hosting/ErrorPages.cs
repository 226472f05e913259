using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using PlanTracker.Api.Hosting.SignIn;
using PlanTracker.Dashboard;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;

namespace PlanTracker.Api.Hosting;

/// <summary>Errors as pages for people and as problem documents for programs; the order of these lines matters.</summary>
internal static class ErrorPages
{
    /// <summary>What pages need of the host: the table of statuses, and Vietnamese letters written as they are.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<IRefusalStatus, RefusalStatus>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    /// <summary>Outermost: pages for statuses without a body, then exceptions, which leave such a status where a page was asked for.</summary>
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseStatusCodePagesWithReExecute("/loi/{0}", createScopeForStatusCodePages: true);
        app.Use(async (http, next) =>
        {
            if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
                http.Features.Set<IAntiforgeryValidationFeature>(null);
            await next(http);

            // The error page is read, whatever was sent: it is no form post, and there is no page for other methods. Set on the way out,
            // because the page is looked up before anything here runs again.
            if (http.Response is { HasStarted: false, StatusCode: >= 400 } && !HttpMethods.IsHead(http.Request.Method) && !Challenges.IsApi(http))
                http.Request.Method = HttpMethods.Get;
        });
        app.UseExceptionHandler();
        // Inside the pages, so that it answers first.
        app.UseWhen(Challenges.IsApi, api => api.UseStatusCodePages());
    }

    /// <summary>After antiforgery: an old form is 400 with a page, not a blank one.</summary>
    public static void UseOldFormCheck(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>The sign-out button of every page: a form of its own, so that no link can sign a person out.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost("/dang-xuat", async (ISignIn door, CancellationToken cancel) =>
    {
        await door.SignOut(cancel);
        return Results.Redirect("/dang-nhap");
    }).WithMetadata(new RequireAntiforgeryTokenAttribute(), new OpenToUnfinishedAttribute()).ExcludeFromDescription();

    private sealed class RefusalStatus : IRefusalStatus
    {
        public int Of(RefusalKind kind) => Problems.StatusOf(kind);
    }
}
