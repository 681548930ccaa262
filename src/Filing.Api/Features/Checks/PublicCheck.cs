using Contracts.Register;
using FilingApi.Register;
using FilingApi.Web;

namespace FilingApi.Features.Checks;

/// <summary>What anyone may know: filed or not, today, here. It gives nothing else away: not why, not whose, not where.</summary>
public static class PublicCheck
{
    public sealed record PublicView(bool Filed, string Town, DateOnly Day);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/public/checks/{plate}", Handle).AllowAnyone("AskPublicly").Produces<PublicView>();

    /// <summary>There are two answers a day: each is written once.</summary>
    private static Written _written = new(new PublicView(false, "", default), default!, default!);

    private sealed record Written(PublicView Of, Answer Filed, Answer NotFiled);

    // The present is always in memory: there is nothing here that could be broken off.
    public static async Task<Answer> Handle(string plate, RegisterReader register, RosterIndex roster, ServiceMetrics metrics)
    {
        var view = await Ask(Plate.TryParse(plate, out var parsed) ? parsed : null, register, roster, metrics, CancellationToken.None);
        var written = _written;
        if (written.Filed is null || written.Of.Town != view.Town || written.Of.Day != view.Day)
        {
            _written = written = new Written(
                view,
                Answer.Ok(view with { Filed = true }).Once(),
                Answer.Ok(view with { Filed = false }).Once()
            );
        }

        return view.Filed ? written.Filed : written.NotFiled;
    }

    /// <param name="plate">Null where what was typed is no plate: that is not filed either.</param>
    /// <param name="register">Answers (R3).</param>
    /// <param name="roster">Names the town.</param>
    /// <param name="metrics">Counts.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<PublicView> Ask(
        Plate? plate,
        RegisterReader register,
        RosterIndex roster,
        ServiceMetrics metrics,
        CancellationToken cancel
    )
    {
        var reading = plate is { } asked ? await register.Ask(asked.Value, null, null, Activity.Passing, null, cancel) : null;
        var filed = reading?.Verdict.Colour == VerdictColour.Green;
        if (reading is not null)
        {
            metrics.Asked(reading.Verdict.Code, isPublic: true);
        }

        return new PublicView(filed, roster.Now.Home?.Name ?? "", ChinaTime.DayOf(register.Now));
    }
}
