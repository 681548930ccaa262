using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FilingApi.Evidence;

/// <summary>
/// Completes the acts of a save: enters each into the timeline with the columns it changed. If a save has several acts on one subject,
/// the last carries the change.
/// </summary>
internal static class TimelineRows
{
    public static void Complete(DbContext db)
    {
        var made = new List<TimelineEntry>();
        foreach (var entry in db.ChangeTracker.Entries<ISubject>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
            {
                continue;
            }

            var acts = entry.Entity.TakeNewActs();
            if (acts.Count > 0)
            {
                acts[^1].Changes = ChangesOf(entry);
                made.AddRange(acts);
            }
            else if (NeedsAct(entry))
            {
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ClrType.Name} was {entry.State.ToString().ToLowerInvariant()} without an act: note what was done."
                );
            }
        }

        db.AddRange(made);
    }

    private static bool NeedsAct(EntityEntry entry) =>
        entry.State != EntityState.Modified
        || entry.Properties.Any(property => IsChanged(property) && !property.Metadata.IsQuiet() && !property.Metadata.IsConcurrencyToken);

    /// <summary>The changes by column, in stored form: all non-null columns of a new row, the changed ones of an old row.</summary>
    private static string ChangesOf(EntityEntry entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var property in entry.Properties.Where(property => Belongs(entry.State, property)))
            {
                json.WritePropertyName(property.Metadata.Name);
                JsonSerializer.Serialize(json, Stored(property));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static bool Belongs(EntityState state, PropertyEntry property) =>
        !property.Metadata.IsQuiet()
        && !property.Metadata.IsConcurrencyToken
        && state switch
        {
            EntityState.Added => property.CurrentValue is not null,
            EntityState.Modified => IsChanged(property),
            _ => property.Metadata.IsPrimaryKey(),
        };

    /// <summary>Identity marks every column as modified.</summary>
    private static bool IsChanged(PropertyEntry property) =>
        property.IsModified && !property.Metadata.GetValueComparer().Equals(property.OriginalValue, property.CurrentValue);

    private static object? Stored(PropertyEntry property)
    {
        var value =
            property.Metadata.GetTypeMapping().Converter is { } converter && property.CurrentValue is { } current
                ? converter.ConvertToProvider(current)
                : property.CurrentValue;
        return property.Metadata.IsSecret() && value is not null
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value.ToString()!)))
            : value;
    }
}
