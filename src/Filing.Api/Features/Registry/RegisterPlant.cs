using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Registry;

/// <summary>The administrator enters a plant, which is no town's.</summary>
public static class RegisterPlant
{
    public sealed record Request
    {
        public required string Code { get; init; }
        public required string Name { get; init; }
        public required GeoPoint Point { get; init; }
        public Datum? Datum { get; init; }
        public required double RadiusM { get; init; }
        public string? Opens { get; init; }
        public string? Closes { get; init; }
        public required IReadOnlyList<WasteKind> Accepts { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Code).IsCode();
            RuleFor(request => request.Name).Text(1, 100);
            RuleFor(request => request.Point).InChina();
            RuleFor(request => request.RadiusM).Must(radius => radius is >= 1 and <= 10_000).Refuse(Refusals.NumberRange, 1, 10_000, 3);
            RuleFor(request => request.Opens).Must(IsTime).Refuse(Refusals.WrongType, "时刻，如 06:30", "a time such as 06:30");
            RuleFor(request => request.Closes).Must(IsTime).Refuse(Refusals.WrongType, "时刻，如 20:00", "a time such as 20:00");
        }

        private static bool IsTime(string? text) => text is null || TimeOnly.TryParseExact(text, "HH:mm", out _);
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/plants", Handle)
            .RequireAccess("RegisterPlant", Role.Admin)
            .Refuses(Refusals.AlreadyThere)
            .Produces<PlantView>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, CancellationToken cancel)
    {
        var point = request.Point.ToWgs84(request.Datum);
        var plant = new Plant
        {
            Code = request.Code,
            Name = request.Name,
            Lat = point.Lat,
            Lon = point.Lon,
            RadiusM = request.RadiusM,
            Opens = request.Opens,
            Closes = request.Closes,
            Accepts = request.Accepts,
        };
        return AddPlace.Add(plant, request.Code, PlantView.Of(plant), null, session, caller, cancel);
    }
}
