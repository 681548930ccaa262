using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FilingApi.Evidence;

/// <summary>
/// Completes the acts of a save: enters each into the timeline with the columns it changed, of its subject and of the rows that belong to
/// it. If a save has several acts on one subject, the last carries the change.
/// </summary>
internal static class TimelineRows
{
    public static void Complete(DbContext db)
    {
        var made = new List<TimelineEntry>();
        var changed = db
            .ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        var parts = changed.Where(entry => ToSubject(entry.Metadata) is not null).ToList();
        foreach (var entry in changed.Where(entry => entry.Entity is ISubject))
        {
            var acts = ((ISubject)entry.Entity).TakeNewActs();
            if (acts.Count > 0)
            {
                var own = parts.FindAll(part => IsPartOf(part, entry));
                acts[^1].Changes = ChangesOf(entry, own);
                made.AddRange(acts);
                parts.RemoveAll(own.Contains);
            }
            else if (NeedsAct(entry))
            {
                throw Silent(entry);
            }
        }

        if (parts.Count > 0)
        {
            throw Silent(parts[0]);
        }

        db.AddRange(made);
    }

    private static InvalidOperationException Silent(EntityEntry entry) =>
        new($"A {entry.Metadata.ClrType.Name} was {entry.State.ToString().ToLowerInvariant()} without an act: note what was done.");

    private static bool NeedsAct(EntityEntry entry) =>
        entry.State != EntityState.Modified
        || entry.Properties.Any(property => IsChanged(property) && !property.Metadata.IsQuiet() && !property.Metadata.IsConcurrencyToken);

    /// <summary>A row without a timeline of its own that is in a list of a subject, such as a stop of an order.</summary>
    private static IForeignKey? ToSubject(IEntityType type) =>
        typeof(ISubject).IsAssignableFrom(type.ClrType)
            ? null
            : type.GetForeignKeys()
                .FirstOrDefault(key =>
                    key.PrincipalToDependent is { IsCollection: true } && typeof(ISubject).IsAssignableFrom(key.PrincipalEntityType.ClrType)
                );

    private static bool IsPartOf(EntityEntry part, EntityEntry subject) =>
        ToSubject(part.Metadata)!.PrincipalEntityType == subject.Metadata
        && ToSubject(part.Metadata)!
            .Properties.Zip(ToSubject(part.Metadata)!.PrincipalKey.Properties)
            .All(pair => Equals(part.Property(pair.First).CurrentValue, subject.Property(pair.Second).CurrentValue));

    /// <summary>
    /// The changes by column, in stored form: all non-null columns of a new row, the changed ones of an old row. The subject's parts come
    /// under the name of their list, each with its key; a deleted part says <c>removed</c>.
    /// </summary>
    private static string ChangesOf(EntityEntry entry, List<EntityEntry> parts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteColumns(json, entry, withKey: false);
            foreach (var list in parts.GroupBy(part => ToSubject(part.Metadata)!.PrincipalToDependent!.Name))
            {
                json.WriteStartArray(list.Key);
                foreach (var part in list)
                {
                    json.WriteStartObject();
                    WriteColumns(json, part, withKey: true);
                    if (part.State == EntityState.Deleted)
                    {
                        json.WriteBoolean("removed", true);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteColumns(Utf8JsonWriter json, EntityEntry row, bool withKey)
    {
        foreach (
            var property in row.Properties.Where(property => Belongs(row.State, property) || (withKey && property.Metadata.IsPrimaryKey()))
        )
        {
            json.WritePropertyName(property.Metadata.Name);
            JsonSerializer.Serialize(json, Stored(property));
        }
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
