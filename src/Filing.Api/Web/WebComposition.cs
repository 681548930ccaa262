using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Features.Accounts;
using FilingApi.Features.Checks;
using FilingApi.Features.Events;
using FilingApi.Features.Evidence;
using FilingApi.Features.Exchange;
using FilingApi.Features.Filings;
using FilingApi.Features.Jobs;
using FilingApi.Features.Leads;
using FilingApi.Features.Orders;
using FilingApi.Features.Registry;
using FilingApi.Features.Sightings;
using FilingApi.Features.Trips;
using FilingApi.Production;
using FilingApi.Register;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace FilingApi.Web;

/// <summary>The outside of the service: what is registered and what is mapped.</summary>
public static class WebComposition
{
    /// <summary>The passwords of a throw-away folder are random and die with it.</summary>
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

        // A token's life runs on real time, also in a replay.
        services.AddSessions(settings).AddBearerToken(bearer => bearer.TimeProvider = TimeProvider.System);
        OpenedTickets.AddTo(services);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefuseAsProblem>();
        services.AddDescription();
        services.AddLimits(settings.Limits);
        ServiceMetrics.AddTo(services);
        services.AddSingleton<EventHub>().AddSingleton<SigningKeys>().AddSingleton<WrongWords>().AddScoped<ShowReceipt.Desk>();
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
        app.UseTraceNames();
        app.UsePageLanguage();
        app.UseAuthentication();
        app.UseLimits(app.Services.GetRequiredService<ServiceSettings>().Limits);
        app.UseMiddleware<EndTokens>();
        app.UseSameOrigin();
        app.UseAuthorization();
        app.UseMiddleware<RefuseWhenFull>();
        app.UseMiddleware<BodyGate>();

        var api = app.MapGroup("/api/v1");
        IssueToken.Map(api);
        CreateAccount.Map(api);
        ChangePassword.Map(api);
        CloseAccount.Map(api);
        RegisterPlaces.Map(api);
        RegisterTruck.Map(api);
        ImportCalendar.Map(api);
        ReadRegistry.Map(api);
        ImportSheet.Map(api);
        ExportSheet.Map(api);
        MapFilings(api.MapGroup("/filings"));
        ShowReceipt.Map(app, api.MapGroup("/filings"));
        ReadOfflineList.Map(api);
        FollowEvents.Map(api);
        ReadReviews.Map(api);
        AskPlate.Map(api.MapGroup("/checks"));
        PublicCheck.Map(api);
        MapSightings(api.MapGroup("/sightings"));
        ReadLeads.Map(api);
        CheckRun.Map(api);
        MapTrips(api.MapGroup("/trips"));
        ReceiveArrival.Map(api);
        MapOrders(api.MapGroup("/orders"));
        MapJobs(api.MapGroup("/jobs"));
        ReportFinding.Map(api);
        ReadHeads.Map(api);
        MakeFirstAdministrator.Map(api);
        Health.Map(app);
        ServiceMetrics.Map(app);
        app.MapDescription();
        app.MapRazorPages().Decide();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ToList();
        Access.Check(endpoints);
        PageAccess.Check(endpoints);
    }

    private static void MapFilings(RouteGroupBuilder filings)
    {
        SubmitFiling.Map(filings);
        EditFiling.Map(filings);
        RecordFiling.Map(filings);
        ReturnFiling.Map(filings);
        RefuseFiling.Map(filings);
        RevokeFiling.Map(filings);
        WithdrawFiling.Map(filings);
        ReadFilings.Map(filings);
        ShowContact.Map(filings);
    }

    private static void MapSightings(RouteGroupBuilder sightings)
    {
        ReportSightings.Map(sightings);
        ListSightings.Map(sightings);
        ReviewSighting.Map(sightings);
        KeepRecord.Map(sightings);
    }

    private static void MapTrips(RouteGroupBuilder trips)
    {
        LoadTrip.Map(trips);
        ReceiveTrip.Map(trips);
        RejectTrip.Map(trips);
        ListTrips.Map(trips);
    }

    private static void MapOrders(RouteGroupBuilder orders)
    {
        PublishOrder.Map(orders);
        CancelOrder.Map(orders);
        ListOrders.Map(orders);
        MoveOrder.Map(orders);
    }

    private static void MapJobs(RouteGroupBuilder jobs)
    {
        ReportJob.Map(jobs);
        ListJobs.Map(jobs);
    }

    /// <summary>No such address, or not that method there: said as a problem too, and to a person as a page.</summary>
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
