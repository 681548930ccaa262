using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Filings;

/// <summary>The station revokes a record; all its entries end together (R2).</summary>
public static class RevokeFiling
{
    public sealed record Request
    {
        public required string Reason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules() => RuleFor(request => request.Reason).Text(1, 1000);
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/filings/{number}/revocation", Handle)
            .RequireAccess("RevokeFiling", Role.Station)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongMove)
            .Produces<FilingView>();

    public static Task<Answer> Handle(string number, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        DecideFiling.Decide(
            number,
            session,
            caller,
            (_, filing, now) => Task.FromResult(filing.Revoke(request.Reason, caller.Actor, now)),
            cancel
        );
}
