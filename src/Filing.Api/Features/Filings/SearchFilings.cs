using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;

namespace FilingApi.Features.Filings;

/// <summary>Finds filings by what people remember of them: part of a number, a plate or its last digits, a place, a firm.</summary>
public static class SearchFilings
{
    public static IQueryable<Filing> Matching(this IQueryable<Filing> filings, string? text, FilingDb db, RosterIndex.Snapshot roster)
    {
        foreach (var word in SearchWords.Of(text))
        {
            var (place, number, firms) = (word.Text, word.Number, roster.FirmsNamed(word));
            filings = word.Plate is { } plate
                ? filings.Where(filing =>
                    filing.Number.Contains(number)
                    || filing.Place.Contains(place)
                    || firms.Contains(filing.Enterprise)
                    || db.FilingTrucks.Any(truck => truck.Number == filing.Number && truck.Plate.Contains(plate))
                )
                : filings.Where(filing =>
                    filing.Number.Contains(number) || filing.Place.Contains(place) || firms.Contains(filing.Enterprise)
                );
        }

        return filings;
    }
}
