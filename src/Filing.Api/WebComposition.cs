using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Features.Accounts;
using FilingApi.Features.Filings;
using FilingApi.Pages;
using FilingApi.Register;
using FilingApi.Settings;
using FilingApi.Web;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace FilingApi;

/// <summary>The web part of the service: its registrations and its mapping.</summary>
public static class WebComposition
{
    /// <summary>The passwords of a temporary folder are random and are deleted with it.</summary>
    private const int ThrowAwayIterations = 1000;

    public static void AddWeb(this IServiceCollection services, ServiceSettings settings)
    {
        services.ConfigureHttpJsonOptions(options => WebJson.Configure(options.SerializerOptions));
        services.AddHttpContextAccessor();
        services.AddScoped(provider => new Caller(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddScoped<WriteSession>();
        foreach (var rules in AssemblyScanner.FindValidatorsInAssembly(typeof(WebComposition).Assembly, includeInternalTypes: true))
        {
            services.AddSingleton(rules.InterfaceType, rules.ValidatorType);
        }

        services.AddExceptionHandler<FailAsProblem>().AddProblemDetails();
        services
            .AddIdentityCore<Account>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = SignInFailures.MostOfAccount;
                identity.Lockout.DefaultLockoutTimeSpan = SignInFailures.Lock;
            })
            .AddEntityFrameworkStores<FilingDb>();
        if (!settings.Durable)
        {
            services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(hashing =>
                hashing.IterationCount = ThrowAwayIterations
            );
        }

        services.AddSingleton<SignInFailures>().AddSingleton<AccountStamps>();

        // In the database, so that every instance reads them and a restart signs nobody out.
        services.AddDataProtection().SetApplicationName("vacuum-truck-filing").PersistKeysToDbContext<FilingDb>();

        // A token's life is in real time, also in a replay.
        services.AddSessions(settings).AddBearerToken(bearer => bearer.TimeProvider = TimeProvider.System);
        OpenedTickets.AddTo(services);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefuseAsProblem>();
        services.AddDescription();
        services.AddLimits(settings.Limits);
        ServiceMetrics.AddTo(services);
        services
            .AddSingleton<UseCases>()
            .AddSingleton<EventHub>()
            .AddSingleton<SigningKeys>()
            .AddSingleton<WrongWords>()
            .AddScoped<ReadReceipt.Desk>();
        services.AddPages();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseSafeHeaders();
        app.UsePageCompression();
        app.UseStatusCodePages(TellStatus);
        app.UseExceptionHandler();
        app.UsePageFiles();
        app.UseRouting();
        app.UseTraceNames(app.Configuration);
        app.UsePageLanguage();
        app.UseAuthentication();
        app.UseLimits(app.Services.GetRequiredService<ServiceSettings>().Limits);
        app.UseMiddleware<EndTokens>();
        app.UseSameOrigin();
        app.UseAuthorization();
        app.UseMiddleware<RefuseWhenFull>();
        app.UseMiddleware<QueryGate>();
        app.UseMiddleware<BodyGate>();

        var api = app.MapGroup("/api/v1");
        api.MapUseCases();
        Pages.Receipts.ShowReceipt.Map(app);
        Health.Map(app);
        ServiceMetrics.Map(app);
        app.MapDescription();
        var useCases = app.Services.GetRequiredService<UseCases>();
        useCases.Read(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
        app.MapRazorPages().RequireAccess(useCases);
        Navigation.Check(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
    }

    /// <summary>A use case is found by its method <c>Map</c>: adding its file adds it.</summary>
    private static void MapUseCases(this IEndpointRouteBuilder api)
    {
        var types = typeof(WebComposition)
            .Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("FilingApi.Features.", StringComparison.Ordinal) is true);
        foreach (var type in types.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (type.GetMethod("Map", [typeof(IEndpointRouteBuilder)]) is { IsStatic: true } map)
            {
                map.CreateDelegate<Action<IEndpointRouteBuilder>>()(api);
            }
        }
    }

    /// <summary>An unknown path or method is answered by a problem too, and for a person by a page.</summary>
    private static Task TellStatus(Microsoft.AspNetCore.Diagnostics.StatusCodeContext status)
    {
        var http = status.HttpContext;
        if (http.WantsPage())
        {
            return http.ShowError(status.Next);
        }

        var kind = http.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => Domain.Refusals.BrokenJson,
            StatusCodes.Status404NotFound => Domain.Refusals.NotFound,
            StatusCodes.Status405MethodNotAllowed => Domain.Refusals.WrongMethod,
            StatusCodes.Status415UnsupportedMediaType => Domain.Refusals.WrongMediaType,
            _ => null,
        };
        return kind is null
            ? Task.CompletedTask
            : Problems.Of([kind.With("application/json")], Caller.LanguageOf(http.Request)).ExecuteAsync(http);
    }
}
