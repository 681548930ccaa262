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

    /// <summary>There are two answers a day: each is written once.</summary>
    private static Written _written = new("", default, default!, default!);

    private sealed record Written(string Town, DateOnly Day, Answer Filed, Answer NotFiled);

    public static async Task<Answer> Handle(string plate, RegisterReader register, RosterIndex roster, Figures figures, CancellationToken cancel)
    {
        var reading = Plate.TryParse(plate, out var parsed) ? await register.Ask(parsed.Value, null, null, Activity.Passing, null, cancel) : null;
        var filed = reading?.Verdict.Colour == VerdictColour.Green;
        if (reading is not null) { figures.Asked(reading.Verdict.Code, isPublic: true); }

        var (town, day, written) = (roster.Now.Home?.Name ?? "", DateOnly.FromDateTime(register.Now.ToOffset(China).DateTime), _written);
        if (written.Town != town || written.Day != day || written.Filed is null) { _written = written = new Written(town, day, Answer.Ok(new PublicView(true, town, day)).Once(), Answer.Ok(new PublicView(false, town, day)).Once()); }

        return filed ? written.Filed : written.NotFiled;
    }
}
