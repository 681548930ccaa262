using System.Globalization;
using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Features.Filings;

/// <summary>
/// Who did what to a filing, and when, in one sentence: for a page whose filing has gone on, and for an act that came too late.
/// </summary>
public static class LastAct
{
    /// <summary>Null where people have done nothing to it.</summary>
    public static (string Zh, string En)? Of(IEnumerable<TimelineView> timeline, DateTimeOffset now)
    {
        if (timeline.LastOrDefault(entry => WireName<FilingAct>.TryParse(entry.Act, out _)) is not { } last)
        {
            return null;
        }

        var (zh, en) = FilingMoves.Done(WireName<FilingAct>.Parse(last.Act));
        var shape = ChinaTime.DayOf(last.At) == ChinaTime.DayOf(now) ? "HH:mm" : "yyyy-MM-dd HH:mm";
        var at = last.At.ToChina().ToString(shape, CultureInfo.InvariantCulture);
        return ($"此件已由 {last.Account} 于 {at} {zh}", $"This filing was {en} by {last.Account} at {at}");
    }
}
