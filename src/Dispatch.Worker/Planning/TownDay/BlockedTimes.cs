using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.TownDay;

/// <summary>When trucks are taken: by enterprises' filings, recorded or undecided (R9), and by orders of other towns and days.</summary>
internal sealed class BlockedTimes
{
    private readonly List<Permission> _filings;
    private readonly List<PlanningOrder> _orders;
    private readonly DayClock _clock;
    private readonly double _now;

    public BlockedTimes(DayFacts facts, DayOrders orders, DayClock clock)
    {
        _filings =
        [
            .. facts
                .Histories.Select(history => (history.Number, Standing: history.At(facts.Now)))
                .Where(filing => filing.Standing is { Phase: Phase.Live or Phase.Undecided, Body: not null })
                .Select(filing => new Basis(filing.Number, filing.Standing.Body!, null))
                .Where(basis => !basis.IsDispatch)
                .Select(basis => basis.Body),
        ];
        _orders = orders.Elsewhere;
        _clock = clock;
        _now = clock.MinuteOf(facts.Now);
    }

    /// <summary>Of one truck, in order, merged, cut to what is left of its day.</summary>
    /// <param name="truck">The truck.</param>
    /// <param name="more">Further times of its own.</param>
    /// <param name="end">When its day ends, overtime included.</param>
    public IReadOnlyList<Span> Of(TruckKey truck, IEnumerable<Span> more, double end)
    {
        var spans = _filings
            .Where(body => body.Names(truck.Plate, truck.Colour))
            .Select(body => Between(body.From, body.To))
            .Concat(_orders.Where(order => order.Truck == truck).Select(order => Between(order.Departure, order.Return)))
            .Concat(more)
            .Select(span => new Span(Math.Max(span.From, Math.Max(0, _now)), Math.Min(span.To, end)))
            .Where(span => span.From < span.To)
            .OrderBy(span => span.From);
        var merged = new List<Span>();
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.From <= merged[^1].To)
            {
                merged[^1] = new Span(merged[^1].From, Math.Max(merged[^1].To, span.To));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private Span Between(DateTimeOffset from, DateTimeOffset to) => new(_clock.MinuteOf(from), _clock.MinuteOf(to));
}
