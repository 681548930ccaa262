using System.Text.Json;
using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>What the enterprise changed after a return: the body that was returned and the one that was submitted again.</summary>
public static class ReadCorrections
{
    /// <param name="Before">As it was returned; its contact is masked.</param>
    /// <param name="After">As it was submitted again; its contact is masked.</param>
    /// <param name="NewContact">Two contacts may look alike when they are masked.</param>
    public sealed record Corrections(FilingBody Before, FilingBody After, bool NewContact);

    /// <summary>Null where it was never returned, or nothing changed. For a filing that the caller has already been shown.</summary>
    public static async Task<Corrections?> Of(string number, FilingDb db, CancellationToken cancel)
    {
        var acts = await db
            .Timeline.AsNoTracking()
            .Where(entry => entry.Subject == SubjectKind.Filing && entry.Key == number)
            .OrderBy(entry => entry.Id)
            .Select(entry => new { entry.Act, entry.Changes })
            .ToListAsync(cancel);
        FilingBody? body = null;
        FilingBody? returned = null;
        foreach (var act in acts)
        {
            body = BodyIn(act.Changes) ?? body;
            if (act.Act == FilingAct.Return.Wire())
            {
                returned = body;
            }
        }

        return returned is not null && body is not null && acts[^1].Act != FilingAct.Return.Wire()
            ? new Corrections(Masked(returned), Masked(body), returned.Contact != body.Contact)
            : null;
    }

    private static FilingBody? BodyIn(string? changes)
    {
        if (changes is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(changes);
        return json.RootElement.TryGetProperty(nameof(Filing.Body), out var stored) && stored.GetString() is { } text
            ? JsonSerializer.Deserialize<FilingBody>(text, Wire.Json)
            : null;
    }

    private static FilingBody Masked(FilingBody body) => body with { Contact = body.Contact.Masked() };
}
