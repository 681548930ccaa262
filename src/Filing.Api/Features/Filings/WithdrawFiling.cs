using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Filings;

/// <summary>The applicant withdraws, before or after the record (R7).</summary>
public static class WithdrawFiling
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/filings/{number}/withdrawal", Handle)
            .RequireAccess("WithdrawFiling", Role.Enterprise)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongMove)
            .Produces<FilingView>();

    public static Task<Answer> Handle(string number, WriteSession session, Caller caller, CancellationToken cancel) =>
        DecideFiling.Decide(number, session, caller, (_, filing, now) => Task.FromResult(filing.Withdraw(caller.Actor, now)), cancel);
}
