using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

public sealed record RosterTruckView(string Plate, PlateColour Colour, string Owner, decimal TankM3, decimal PayloadT, DateOnly PapersUntil)
{
    public static RosterTruckView Of(Truck truck) =>
        new(truck.Plate, truck.Colour, truck.Owner, truck.TankM3, truck.PayloadT, truck.PapersUntil);
}

public sealed record PlantView(
    string Code,
    string Name,
    GeoPoint Point,
    double RadiusM,
    string? Opens,
    string? Closes,
    IReadOnlyList<WasteKind> Accepts
)
{
    public static PlantView Of(Plant plant) =>
        new(plant.Code, plant.Name, plant.Area.Point, plant.RadiusM, plant.Opens, plant.Closes, plant.Accepts);
}

/// <summary>Trucks, plants and organisations, as far as the caller may see them: a hauler its own trucks, others all of them.</summary>
public static class ReadRegistry
{
    private static readonly Paging<Truck> TrucksByPlate = Paging<Truck>.ByKeys(truck => truck.Plate, truck => truck.Colour);
    private static readonly Paging<Plant> PlantsByCode = Paging<Plant>.ByKey(plant => plant.Code);
    private static readonly Paging<Organisation> OrganisationsByCode = Paging<Organisation>.ByKey(organisation => organisation.Code);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/trucks", Trucks).RequireAccess("ListTrucks", Roles.People).Takes(Parameter.Cursor).Produces<Page<RosterTruckView>>();
        api.MapGet("/plants", Plants).RequireAccess("ListPlants", Roles.People).Takes(Parameter.Cursor).Produces<Page<PlantView>>();
        api.MapGet("/organisations", Organisations)
            .RequireAccess("ListOrganisations", Roles.People)
            .Takes(Parameter.Cursor)
            .Produces<Page<Organisation>>();
    }

    public static Task<Answer> Trucks(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel) =>
        List(
            http,
            caller,
            async cursor =>
            {
                var trucks = db.Trucks.AsNoTracking().VisibleTo(caller);
                return await TrucksByPlate.Page(trucks, cursor, RosterTruckView.Of, cancel);
            }
        );

    public static Task<Answer> Plants(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel) =>
        List(
            http,
            caller,
            async cursor =>
            {
                var plants = db.Plants.AsNoTracking();
                return await PlantsByCode.Page(plants, cursor, PlantView.Of, cancel);
            }
        );

    public static Task<Answer> Organisations(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel) =>
        List(
            http,
            caller,
            async cursor =>
            {
                var organisations = db.Organisations.AsNoTracking();
                if (caller.Role is Role.Enterprise or Role.Hauler)
                {
                    // Other firms are their business partners' matter: an enterprise sees the haulers and the offices, and itself.
                    organisations = organisations.Where(organisation =>
                        organisation.Kind != "enterprise" || organisation.Code == caller.Organisation
                    );
                }

                return await OrganisationsByCode.Page(organisations, cursor, organisation => organisation, cancel);
            }
        );

    public static IQueryable<Truck> VisibleTo(this IQueryable<Truck> trucks, Caller caller)
    {
        var organisation = caller.Organisation;
        return caller.Role == Role.Hauler ? trucks.Where(truck => truck.Owner == organisation) : trucks;
    }

    private static async Task<Answer> List<T>(HttpRequest http, Caller caller, Func<Cursor?, Task<Page<T>>> read)
    {
        var query = new Query(http);
        var cursor = query.Cursor();
        return query.Faults.Count > 0 ? Answer.Refused(caller, query.Faults) : Answer.Ok(await read(cursor));
    }
}
