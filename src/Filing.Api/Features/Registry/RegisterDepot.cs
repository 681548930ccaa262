using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Registry;

/// <summary>The administrator enters a depot.</summary>
public static class RegisterDepot
{
    public sealed record Request
    {
        public required string Code { get; init; }
        public required string Name { get; init; }
        public required GeoPoint Point { get; init; }
        public Datum? Datum { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Code).IsCode();
            RuleFor(request => request.Name).Text(1, 100);
            RuleFor(request => request.Point).InChina();
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/depots", Handle)
            .RequireAccess("RegisterDepot", Role.Admin)
            .Refuses(Refusals.AlreadyThere)
            .Produces<Request>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, CancellationToken cancel)
    {
        var point = request.Point.ToWgs84(request.Datum);
        return AddPlace.Add(
            new Depot
            {
                Code = request.Code,
                Name = request.Name,
                Lat = point.Lat,
                Lon = point.Lon,
            },
            request.Code,
            request with
            {
                Point = point,
                Datum = null,
            },
            null,
            session,
            caller,
            cancel
        );
    }
}
