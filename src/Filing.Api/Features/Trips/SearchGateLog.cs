using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Trips;

/// <summary>Everything that a plant's gate ever received, rejected or took without a trip, found again by number or plate.</summary>
public static class SearchGateLog
{
    public static readonly Paging<Trip> NewestTrips = Paging<Trip>.NewestFirst(trip => trip.ClosedAt!.Value, trip => trip.Id);
    public static readonly Paging<Arrival> NewestArrivals = Paging<Arrival>.NewestFirst(arrival => arrival.At, arrival => arrival.Number);

    public enum Kind
    {
        Received,
        Rejected,
        Arrived,
    }

    /// <param name="Text">What is searched for.</param>
    /// <param name="From">First moment.</param>
    /// <param name="To">The moment after the last.</param>
    public sealed record Filter(string? Text, DateTimeOffset? From, DateTimeOffset? To);

    public static IQueryable<Trip> Trips(Filter filter, TripState state, FilingDb db, string plant)
    {
        var trips = db.Trips.AsNoTracking().Where(trip => trip.Plant == plant && trip.State == state);
        if (filter.From is { } from)
        {
            trips = trips.Where(trip => trip.ClosedAt >= from);
        }

        if (filter.To is { } to)
        {
            trips = trips.Where(trip => trip.ClosedAt < to);
        }

        foreach (var word in SearchWords.Of(filter.Text))
        {
            var (number, plate, place) = (word.Number, word.Plate ?? word.Text, word.Text);
            trips = trips.Where(trip =>
                trip.Id.Contains(number)
                || trip.Plate!.Contains(plate)
                || db.Filings.Any(filing => filing.Number == trip.Number && filing.Place.Contains(place))
            );
        }

        return trips;
    }

    public static IQueryable<Arrival> Arrivals(Filter filter, FilingDb db, string plant)
    {
        var arrivals = db.Arrivals.AsNoTracking().Where(arrival => arrival.Plant == plant);
        if (filter.From is { } from)
        {
            arrivals = arrivals.Where(arrival => arrival.At >= from);
        }

        if (filter.To is { } to)
        {
            arrivals = arrivals.Where(arrival => arrival.At < to);
        }

        foreach (var word in SearchWords.Of(filter.Text))
        {
            var (number, plate) = (word.Number, word.Plate ?? word.Text);
            arrivals = arrivals.Where(arrival => arrival.Number.Contains(number) || arrival.Plate.Contains(plate));
        }

        return arrivals;
    }
}
