using System.Security.Cryptography;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Sightings;

/// <summary>
/// What an officer wrote and photographed on site, kept beside the sighting it belongs to. Kept once: the same again changes nothing,
/// another content is refused.
/// </summary>
public static class KeepRecord
{
    public const int LargestPhoto = 150 * 1024;
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    public sealed record Request
    {
        public string? Note { get; init; }

        /// <summary>A JPEG in base64.</summary>
        public string? Photo { get; init; }
    }

    public sealed record RecordView(string Id, string? Note, string? Photo, DateTimeOffset At, string Account)
    {
        public static RecordView Of(RecordRow row) =>
            new(row.Id, row.Note, row.Photo is null ? null : Convert.ToBase64String(row.Photo), row.At, row.Account);
    }

    public sealed record KeptView(string Id, DateTimeOffset At);

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Note).Text(0, 500);
            RuleFor(request => request.Photo)
                .Must(photo => photo is null || IsPhoto(photo))
                .Refuse(Refusals.PhotoShape, LargestPhoto / 1024);
        }
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/sightings/{id}/record", Handle)
            .RequireAccess("KeepRecord", Role.Squad)
            .Refuses(Refusals.NotFound, Refusals.PhotoShape, Refusals.RecordKept)
            .Produces<KeptView>();
        api.MapGet("/sightings/{id}/record", Read)
            .RequireAccess("ReadRecord", Role.Squad, Role.Supervisor)
            .Refuses(Refusals.NotFound)
            .Produces<RecordView>();
    }

    /// <summary>Where the record of a sighting is. An officer's app names it by its own id, the only one that it knows.</summary>
    public static string PathOf(string id) => $"/api/v1/sightings/{id}/record";

    /// <summary>Only who reported the sighting adds to it, and names it by its own id or by the one inside.</summary>
    public static Task<Answer> Handle(string id, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                var (account, own) = (caller.Account, SightingRow.IdOf(caller.Account, id));
                var sighting = await db
                    .Sightings.AsNoTracking()
                    .SingleOrDefaultAsync(
                        row => (row.Id == id || row.Id == own) && row.RefusedCode == null && row.Account == account,
                        cancel
                    );
                if (sighting is null)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                var photo = request.Photo is null ? null : Convert.FromBase64String(request.Photo);
                var row = new RecordRow
                {
                    Id = sighting.Id,
                    Account = caller.Account,
                    Town = sighting.Town,
                    At = now,
                    Note = request.Note,
                    Photo = photo,
                    PhotoHash = photo is null ? null : SHA256.HashData(photo),
                };
                if (await db.Records.FindAsync([row.Id], cancel) is not { } kept)
                {
                    db.Records.Add(row);
                    return Answer.Ok(new KeptView(row.Id, now));
                }

                return kept.Note == row.Note && kept.PhotoHash.AsSpan().SequenceEqual(row.PhotoHash)
                    ? Answer.Ok(new KeptView(row.Id, kept.At))
                    : Answer.Refused(caller, Refusals.RecordKept.With());
            },
            cancel
        );

    public static async Task<Answer> Read(string id, HttpResponse http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        http.Headers.CacheControl = "no-store";
        var own = SightingRow.IdOf(caller.Account, id);
        return
            await db.Records.AsNoTracking().InTownsOf(caller).SingleOrDefaultAsync(row => row.Id == id || row.Id == own, cancel) is { } row
            ? Answer.Ok(RecordView.Of(row))
            : Answer.Refused(caller, Refusals.NotFound.With());
    }

    private static bool IsPhoto(string base64)
    {
        var bytes = new byte[LargestPhoto];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            && length > Jpeg.Length
            && bytes.AsSpan(0, Jpeg.Length).SequenceEqual(Jpeg);
    }
}
