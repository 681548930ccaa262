using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Filings;

/// <summary>The station refuses a filing (不予备案) with its reason.</summary>
public static class RefuseFiling
{
    public sealed record Request
    {
        public string? Code { get; init; }
        public required string Reason { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Code).Text(0, 40);
            RuleFor(request => request.Reason).Text(1, 1000);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/filings/{number}/refusal", Handle)
            .RequireAccess("RefuseFiling", Role.Station)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongMove)
            .Produces<FilingView>();

    public static Task<Answer> Handle(string number, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        DecideFiling.Decide(
            number,
            session,
            caller,
            (_, filing, now) => Task.FromResult(filing.Refuse(request.Code, request.Reason, caller.Actor, now)),
            cancel
        );
}
