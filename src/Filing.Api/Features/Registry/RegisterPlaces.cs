using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

/// <summary>The administrator enters towns, organisations, plants and depots.</summary>
public static class RegisterPlaces
{
    private static readonly string[] Kinds = ["enterprise", "hauler", "station", "centre", "squad", "supervision"];

    public sealed record TownRequest
    {
        public required string Code { get; init; }
        public required string Name { get; init; }
    }

    public sealed record OrganisationRequest
    {
        public required string Code { get; init; }

        /// <summary>enterprise, hauler, station, centre, squad or supervision.</summary>
        public required string Kind { get; init; }
        public required string Name { get; init; }
        public required string Town { get; init; }

        /// <summary>Taken in lower case and with spaces too; kept without.</summary>
        public string? Uscc
        {
            get;
            init => field = Domain.Uscc.Normalise(value);
        }
        public string? Phone { get; init; }

        /// <summary><c>kitchen</c>: may carry kitchen waste (R6).</summary>
        public IReadOnlyList<string>? Qualifications { get; init; }
    }

    public sealed record PlantRequest
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

    public sealed record DepotRequest
    {
        public required string Code { get; init; }
        public required string Name { get; init; }
        public required GeoPoint Point { get; init; }
        public Datum? Datum { get; init; }
    }

    public sealed class TownRules : AbstractValidator<TownRequest>
    {
        public TownRules()
        {
            RuleFor(request => request.Code).IsCode();
            RuleFor(request => request.Name).Text(1, 100);
        }
    }

    public sealed class OrganisationRules : AbstractValidator<OrganisationRequest>
    {
        public OrganisationRules()
        {
            RuleFor(request => request.Code).IsCode();
            RuleFor(request => request.Kind)
                .Must(kind => Kinds.Contains(kind))
                .Refuse(Refusals.WrongType, string.Join(", ", Kinds), string.Join(", ", Kinds));
            RuleFor(request => request.Name).Text(1, 100);
            RuleFor(request => request.Uscc)
                .Must(code => string.IsNullOrEmpty(code) || Uscc.IsValid(code))
                .WithState((_, code) => Refusals.WrongUscc.At("", Shape.Shorten(code)));
            RuleFor(request => request.Phone).Text(0, 30);
            RuleFor(request => request.Phone)
                .Must(phone => string.IsNullOrEmpty(phone) || IsPhone(phone))
                .WithState((_, phone) => Refusals.WrongPhone.At("", Shape.Shorten(phone)));
            RuleForEach(request => request.Qualifications)
                .Must(word => Organisation.KnownQualifications.Contains(word))
                .Refuse(
                    Refusals.WrongType,
                    string.Join(", ", Organisation.KnownQualifications),
                    string.Join(", ", Organisation.KnownQualifications)
                );
        }
    }

    /// <summary>Has digits, all of them: a spreadsheet may have left <c>1.39E+10</c> of it.</summary>
    private static bool IsPhone(string text) => text.Any(char.IsAsciiDigit) && !Shape.IsShortenedNumber(text.Trim());

    public sealed class PlantRules : AbstractValidator<PlantRequest>
    {
        public PlantRules()
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

    public sealed class DepotRules : AbstractValidator<DepotRequest>
    {
        public DepotRules()
        {
            RuleFor(request => request.Code).IsCode();
            RuleFor(request => request.Name).Text(1, 100);
            RuleFor(request => request.Point).InChina();
        }
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/towns", AddTown)
            .RequireAccess("RegisterTown", Role.Admin)
            .Refuses(Refusals.AlreadyThere)
            .Produces<Town>(StatusCodes.Status201Created);
        api.MapPost("/organisations", AddOrganisation)
            .RequireAccess("RegisterOrganisation", Role.Admin)
            .Refuses(Refusals.AlreadyThere, Refusals.UnknownReference, Refusals.WrongUscc, Refusals.WrongPhone)
            .Produces<Organisation>(StatusCodes.Status201Created);
        api.MapPost("/plants", AddPlant)
            .RequireAccess("RegisterPlant", Role.Admin)
            .Refuses(Refusals.AlreadyThere)
            .Produces<PlantView>(StatusCodes.Status201Created);
        api.MapPost("/depots", AddDepot)
            .RequireAccess("RegisterDepot", Role.Admin)
            .Refuses(Refusals.AlreadyThere)
            .Produces<DepotRequest>(StatusCodes.Status201Created);
    }

    public static Task<Answer> AddTown(TownRequest request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.Towns.FindAsync([request.Code], cancel) is not null)
                {
                    return Answer.Refused(caller, Refusals.AlreadyThere.At("/code", request.Code));
                }

                var town = new Town { Code = request.Code, Name = request.Name };
                town.Begin("made", caller.Actor, now);
                db.Towns.Add(town);
                db.MakeDepartments(town.Code, caller.Actor, now);
                db.RosterChanged = true;
                return Answer.Created(request);
            },
            cancel
        );

    public static Task<Answer> AddOrganisation(OrganisationRequest request, WriteSession session, Caller caller, CancellationToken cancel)
    {
        var organisation = new Organisation
        {
            Code = request.Code,
            Kind = request.Kind,
            Name = request.Name,
            Town = request.Town,
            Uscc = request.Uscc,
            Phone = request.Phone,
            Qualifications = request.Qualifications ?? [],
        };
        return Add(organisation, request.Code, organisation, request.Town, session, caller, cancel);
    }

    public static Task<Answer> AddPlant(PlantRequest request, WriteSession session, Caller caller, CancellationToken cancel)
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
        return Add(plant, request.Code, PlantView.Of(plant), null, session, caller, cancel);
    }

    public static Task<Answer> AddDepot(DepotRequest request, WriteSession session, Caller caller, CancellationToken cancel)
    {
        var point = request.Point.ToWgs84(request.Datum);
        return Add(
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

    private static Task<Answer> Add<T>(
        T place,
        string code,
        object view,
        string? town,
        WriteSession session,
        Caller caller,
        CancellationToken cancel
    )
        where T : Subject =>
        session.Write(
            async (db, now) =>
            {
                if (town is not null && !await db.Towns.AnyAsync(known => known.Code == town, cancel))
                {
                    return Answer.Refused(caller, Refusals.UnknownReference.At("/town", town));
                }

                if (await db.FindAsync<T>([code], cancel) is not null)
                {
                    return Answer.Refused(caller, Refusals.AlreadyThere.At("/code", code));
                }

                db.Set<T>().Add(place);
                place.Begin("made", caller.Actor, now);
                db.RosterChanged = true;
                return Answer.Created(view);
            },
            cancel
        );
}
