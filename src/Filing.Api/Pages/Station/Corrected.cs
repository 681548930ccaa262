using FilingApi.Domain;
using FilingApi.Features.Filings;

namespace FilingApi.Pages.Station;

/// <summary>What a correction changed, field by field, in the words of the page.</summary>
public static class Corrected
{
    public sealed record Line(string Field, string Before, string After);

    public static IReadOnlyList<Line> Of(ReadCorrections.Corrections corrections, Words words, Format format)
    {
        var (before, after) = (Say(corrections.Before, words, format), Say(corrections.After, words, format));
        return
        [
            .. before
                .Zip(after, (old, now) => new Line(old.Field, old.Text, now.Text))
                .Where(line => line.Before != line.After || (line.Field == "contact" && corrections.NewContact)),
        ];
    }

    private static (string Field, string Text)[] Say(FilingBody body, Words words, Format format)
    {
        string?[] site = [body.Site.Name, body.Site.Village, body.Site.Address, $"{body.Site.Point.Lat}, {body.Site.Point.Lon}"];
        return
        [
            ("site", string.Join(" ", site.Where(part => part is { Length: > 0 }))),
            ("kind", words.Of("kind", body.Kind)),
            ("time", format.Window(body.From, body.To)),
            ("trucks", string.Join("、", body.Trucks.Select(truck => $"{Format.Plate(truck.Plate)} {words.Of("colour", truck.Colour)}"))),
            ("amount", $"{Format.Amount(body.M3)} · {words.Trips(body.Trips)}"),
            ("plant", format.PlantName(body.Plant)),
            ("agreement", body.Agreement ?? Format.Nothing),
            ("emergency", words[body.Emergency ? "yes" : "no"]),
            ("confined", words[body.ConfinedSpace ? "yes" : "no"]),
            ("contact", $"{body.Contact.Name} {body.Contact.Phone}"),
            ("note", body.Note ?? Format.Nothing),
        ];
    }
}
