using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Filings;

/// <summary>The station sends a filing back, naming all defects at once (R7); the clock stops (R8).</summary>
public static class ReturnFiling
{
    public sealed record Request
    {
        public required IReadOnlyList<string> Defects { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Defects).Must(defects => defects.Count is >= 1 and <= 30).Refuse(Refusals.ItemCount, 1, 30);
            RuleForEach(request => request.Defects).Text(1, 500);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/filings/{number}/return", Handle)
            .RequireAccess("ReturnFiling", Role.Station)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongMove)
            .Produces<FilingView>();

    public static Task<Answer> Handle(string number, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        DecideFiling.Decide(
            number,
            session,
            caller,
            (_, filing, now) => Task.FromResult(filing.Return(request.Defects, caller.Actor, now)),
            cancel
        );
}
