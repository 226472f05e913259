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

    /// <summary>Outermost: exceptions, then pages for statuses without a body.</summary>
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/loi/{0}", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            // The error page is read, whatever was sent: it must not be taken for a form post.
            if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                http.Request.Method = HttpMethods.Get;
                http.Features.Set<IAntiforgeryValidationFeature>(null);
            }
            return next(http);
        });
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
