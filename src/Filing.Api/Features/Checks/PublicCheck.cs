using Contracts.Register;
using FilingApi.Register;
using FilingApi.Web;

namespace FilingApi.Features.Checks;

/// <summary>What anyone may know: filed or not, today, here. It gives nothing else away: not why, not whose, not where.</summary>
public static class PublicCheck
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public sealed record PublicView(bool Filed, string Town, DateOnly Day);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/public/checks/{plate}", Handle).Offer("AskPublicly").Produces<PublicView>();

    public static async Task<Answer> Handle(string plate, RegisterReader register, RosterIndex roster, Figures figures, CancellationToken cancel)
    {
        var reading = Plate.TryParse(plate, out var parsed) ? await register.Ask(parsed.Value, null, null, Activity.Passing, null, cancel) : null;
        var filed = reading?.Verdict.Colour == VerdictColour.Green;
        if (reading is not null) { figures.Asked(reading.Verdict.Code, isPublic: true); }

        return Answer.Ok(new PublicView(filed, roster.Now.Home?.Name ?? "", DateOnly.FromDateTime(register.Now.ToOffset(China).DateTime)));
    }
}
