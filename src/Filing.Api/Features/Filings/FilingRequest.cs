using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Filings;

/// <summary>A filing as sent (contract). Volumes in m³; with <c>submit</c> it is filed at once.</summary>
public sealed record FilingRequest
{
    public required WasteKind Kind { get; init; }
    public required FilingSite Site { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required decimal M3 { get; init; }
    public required int Trips { get; init; }
    public bool Emergency { get; init; }
    public bool ConfinedSpace { get; init; }
    public required IReadOnlyList<TruckRef> Trucks { get; init; }
    public required string Plant { get; init; }
    public string? Agreement { get; init; }
    public string? Manifest { get; init; }
    public required Contact Contact { get; init; }
    public string? Note { get; init; }
    public bool Submit { get; init; }

    /// <summary>As stored: plates in their one form, the point in WGS-84.</summary>
    public FilingBody ToBody() =>
        new()
        {
            Kind = Kind,
            Site = Site with { Point = Site.Point.ToWgs84(Site.Datum), Datum = null },
            From = From,
            To = To,
            M3 = M3,
            Trips = Trips,
            Emergency = Emergency,
            ConfinedSpace = ConfinedSpace,
            Trucks = [.. Trucks.Select(truck => new TruckRef(Plate.Parse(truck.Plate).Value, truck.Colour))],
            Plant = Plant,
            Agreement = Agreement,
            Manifest = Manifest,
            Contact = Contact,
            Note = Note,
        };

    public sealed class Rules : AbstractValidator<FilingRequest>
    {
        public Rules()
        {
            RuleFor(request => request.Site.Name).Text(1, 100);
            RuleFor(request => request.Site.Address).Text(0, 200);
            RuleFor(request => request.Site.Village).Text(0, 100);
            RuleFor(request => request.Site.Town).Text(1, 40);
            RuleFor(request => request.Site.Point).InChina();
            RuleFor(request => request.M3).Amount(0.001m, 10_000m, 3);
            RuleFor(request => request.Trips).Count(1, 200);
            RuleFor(request => request.Trucks).Must(trucks => trucks.Count is >= 1 and <= 50).Refuse(Refusals.ItemCount, 1, 50);
            RuleForEach(request => request.Trucks).ChildRules(truck => truck.RuleFor(reference => reference.Plate).IsPlate());
            RuleFor(request => request.Trucks).Custom(NoTruckTwice);
            RuleFor(request => request.Plant).Text(1, 40);
            RuleFor(request => request.Agreement).Text(0, 100);
            RuleFor(request => request.Manifest).Text(0, 100);
            RuleFor(request => request.Contact.Name).Text(1, 50);
            RuleFor(request => request.Contact.Name).Must(name => !Masking.IsMasked(name)).Refuse(Refusals.MaskedValue);
            RuleFor(request => request.Contact.Phone).Text(5, 30);
            RuleFor(request => request.Contact.Phone).Must(phone => !Masking.IsMasked(phone)).Refuse(Refusals.MaskedValue);
            RuleFor(request => request.Note).Text(0, 1000);
        }

        private static void NoTruckTwice(IReadOnlyList<TruckRef> trucks, ValidationContext<FilingRequest> context)
        {
            var seen = new HashSet<(string?, PlateColour)>();
            for (var i = 0; i < trucks.Count; i++)
            {
                if (seen.Add((Contracts.Register.Plate.Normalise(trucks[i].Plate), trucks[i].Colour)))
                {
                    continue;
                }

                context.AddFailure(
                    new FluentValidation.Results.ValidationFailure($"Trucks[{i}]", Refusals.RepeatedItem.Code)
                    {
                        ErrorCode = Refusals.RepeatedItem.Code,
                        CustomState = Refusals.RepeatedItem.At("", Shape.Shorten(trucks[i].Plate)),
                    }
                );
            }
        }
    }
}
