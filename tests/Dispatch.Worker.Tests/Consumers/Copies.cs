using System.Text.Json;
using System.Text.Json.Serialization;
using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Tests.Consumers;

/// <summary>The worker's copies by the messages sent, one line per item.</summary>
internal static class Copies
{
    private static readonly JsonSerializerOptions Text = new(Wire.Json) { Converters = { new ByValue() } };

    public static async Task<List<string>> Kept(this Worker worker)
    {
        await using var db = worker.Open();
        List<object> items =
        [
            .. (await db.RosterTrucks.AsNoTracking().ToListAsync()).Select(row => row.ToTruck()),
            .. (await db.RosterPlants.AsNoTracking().ToListAsync()).Select(row => row.ToPlant()),
            .. (await db.RosterDepots.AsNoTracking().ToListAsync()).Select(row => row.ToDepot()),
            .. (await db.RosterOwners.AsNoTracking().ToListAsync()).Select(row => row.ToOwner()),
            .. (await db.FleetTrucks.AsNoTracking().ToListAsync()).Select(row => row.ToFleet()),
            .. (await db.FleetTruckDays.AsNoTracking().ToListAsync()).Select(row => row.ToDay()),
            .. (await db.FleetPlants.AsNoTracking().ToListAsync()).Select(row => row.ToFleet()),
            .. (await db.FleetPlantDays.AsNoTracking().ToListAsync()).Select(row => row.ToDay()),
            .. (await db.Jobs.AsNoTracking().ToListAsync()).Select(row => row.ToJob()),
            .. (await db.Orders.AsNoTracking().ToListAsync()).Select(row => row.ToOrder()),
        ];
        return Lines(items);
    }

    public static List<string> Lines(params IEnumerable<object> items) =>
        [
            .. items
                .Select(item => $"{item.GetType().Name} {JsonSerializer.Serialize(item, item.GetType(), Text)}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>4 and 4.0 are the same volume.</summary>
    private sealed class ByValue : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue((double)value);
    }
}
