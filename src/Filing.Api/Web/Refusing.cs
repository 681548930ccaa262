using FilingApi.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;

namespace FilingApi.Web;

/// <summary>
/// Not signed in is 401, not allowed is 403, each as a problem with its code; a person gets the sign-in page or an error page instead.
/// </summary>
public sealed class RefuseAsProblem : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        // Unknown path, method or media type: there is nothing to authorise, and routing's own answer follows.
        if (authorizeResult.Succeeded || context.GetEndpoint() is not RouteEndpoint)
        {
            return next(context);
        }

        if (context.WantsPage())
        {
            if (authorizeResult.Challenged)
            {
                context.LeadToSignIn();
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }

            return Task.CompletedTask;
        }

        var kind = authorizeResult.Challenged ? Refusals.NotSignedIn : Refusals.MayNot;
        if (authorizeResult.Challenged)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return Problems.Of([kind.With()], Caller.LanguageOf(context.Request)).ExecuteAsync(context);
    }
}

/// <summary>Answers unexpected exceptions without their details; a store that cannot be written has its own answer.</summary>
public sealed class FailAsProblem(ILogger<FailAsProblem> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.WantsPage())
        {
            // The exception handler's page follows (WebComposition).
            if (exception is not BadHttpRequestException)
            {
                log.LogError(exception, "{Method} {Path} failed.", httpContext.Request.Method, httpContext.Request.Path);
            }

            httpContext.Response.StatusCode = exception is BadHttpRequestException bad
                ? bad.StatusCode
                : StatusCodes.Status500InternalServerError;
            return true;
        }

        var kind = exception switch
        {
            SqliteException or Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: SqliteException } => Refusals.NotNow,
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Refusals.BodyTooLarge,
            BadHttpRequestException => Refusals.BrokenJson,
            _ => Refusals.OurFault,
        };
        if (kind.Status >= 500)
        {
            log.LogError(exception, "{Method} {Path} failed.", httpContext.Request.Method, httpContext.Request.Path);
        }

        await Problems
            .Of([kind.With(kind == Refusals.BodyTooLarge ? BodyGate.LargestBody : "HTTP")], Caller.LanguageOf(httpContext.Request))
            .ExecuteAsync(httpContext);
        return true;
    }
}
