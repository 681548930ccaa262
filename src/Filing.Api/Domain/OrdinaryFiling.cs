using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>R6: what is not an ordinary filing. All faults at once, each with the sentence that says what to do instead.</summary>
public static class OrdinaryFiling
{
    public const double SiteRadiusM = 300;
    public static readonly TimeSpan LongestWindow = TimeSpan.FromDays(7);

    /// <param name="body">What is submitted.</param>
    /// <param name="plant">The plant of that code, null when there is none.</param>
    /// <param name="trucks">The roster's trucks among those named.</param>
    /// <param name="owners">The trucks' owners by code.</param>
    /// <param name="now">The moment of submission.</param>
    public static IReadOnlyList<Refusal> Faults(
        FilingBody body,
        Plant? plant,
        IReadOnlyDictionary<TruckKey, Truck> trucks,
        IReadOnlyDictionary<string, Organisation> owners,
        DateTimeOffset now
    ) =>
        [
            .. KindFaults(body, plant),
            .. WindowFaults(body, now),
            .. body.Trucks.SelectMany((truck, i) => TruckFaults(body, truck, $"/trucks/{i}", trucks, owners)),
        ];

    private static IEnumerable<Refusal> KindFaults(FilingBody body, Plant? plant)
    {
        if (body.Kind == WasteKind.Hazardous)
        {
            yield return Refusals.Hazardous.At("/kind");
        }

        if (body.Kind == WasteKind.MunicipalPipe)
        {
            yield return Refusals.MunicipalPipe.At("/kind");
        }

        if (body.Kind == WasteKind.IndustrialWastewater && string.IsNullOrWhiteSpace(body.Agreement))
        {
            yield return Refusals.NoAgreement.At("/agreement");
        }

        if (plant is null)
        {
            yield return Refusals.UnknownPlant.At("/plant", body.Plant);
        }
        else if (body.Kind is not (WasteKind.Hazardous or WasteKind.MunicipalPipe) && !plant.Accepts.Contains(body.Kind))
        {
            yield return Refusals.PlantDoesNotTake.At("/plant", plant.Code);
        }
    }

    private static IEnumerable<Refusal> WindowFaults(FilingBody body, DateTimeOffset now)
    {
        if (body.To < body.From)
        {
            yield return Refusals.WindowBackwards.At("/to");
        }

        if (body.To - body.From > LongestWindow)
        {
            yield return Refusals.WindowTooLong.At("/to");
        }

        if (body.To < now)
        {
            yield return Refusals.WindowPast.At("/to");
        }
    }

    private static IEnumerable<Refusal> TruckFaults(
        FilingBody body,
        TruckRef reference,
        string pointer,
        IReadOnlyDictionary<TruckKey, Truck> trucks,
        IReadOnlyDictionary<string, Organisation> owners
    )
    {
        if (!trucks.TryGetValue(reference.Key, out var truck))
        {
            yield return Refusals.TruckNotOnRoster.At(pointer, reference.Plate, reference.Colour.Wire());
            yield break;
        }

        if (truck.PapersUntil < ChinaTime.DayOf(body.From))
        {
            yield return Refusals.PapersRunOut.At(pointer, reference.Plate, truck.PapersUntil.ToString("O", null));
        }

        var needsKitchen = body.Kind is WasteKind.Grease or WasteKind.Kitchen;
        if (
            needsKitchen
            && !(owners.TryGetValue(truck.Owner, out var owner) && owner.Qualifications.Contains(Organisation.KitchenQualification))
        )
        {
            yield return Refusals.NoKitchenQualification.At(pointer, reference.Plate);
        }
    }

    public static Permission ToPermission(FilingBody body, Plant plant, string town) =>
        new()
        {
            From = body.From,
            To = body.To,
            Emergency = body.Emergency,
            Trucks = [.. body.Trucks.Select(truck => truck.Key)],
            Sites = [new Area(body.Site.Point, SiteRadiusM)],
            Plant = plant.Area,
            PlantCode = plant.Code,
            Town = town,
        };
}
