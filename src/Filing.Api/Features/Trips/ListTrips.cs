using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Trips;

/// <summary>The trips of a truck, or all in a state, for the plant's gate and the roadside; an office sees its town's.</summary>
public static class ListTrips
{
    private static readonly Paging<Trip> ById = Paging<Trip>.ByKey(trip => trip.Id);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/trips", Handle)
            .RequireAccess("ListTrips", Role.Plant, Role.Squad, Role.Station, Role.Supervisor)
            .Takes(Parameter.Plate, Parameter.Option<TripState>("state", "One state."), Parameter.Cursor)
            .Produces<Page<TripView>>();

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var (state, cursor) = (query.Option<TripState>("state"), query.Cursor());
        var plate = default(Plate);
        if (query.Text("plate") is { } text && !Plate.TryParse(text, out plate))
        {
            query.Wrong("plate", "车牌", "a plate");
        }

        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var trips = db.Trips.AsNoTracking();
        if (caller.Role is Role.Station or Role.Supervisor)
        {
            trips = trips.InTownsOf(caller);
        }

        if (plate.Value is { } value)
        {
            trips = trips.Where(trip => trip.Plate == value);
        }

        if (state is not null)
        {
            trips = trips.Where(trip => trip.State == state);
        }

        return Answer.Ok(await ById.Page(trips, cursor, TripView.Of, cancel));
    }
}
