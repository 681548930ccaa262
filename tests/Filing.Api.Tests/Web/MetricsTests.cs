using System.Diagnostics.Metrics;

namespace FilingApi.Tests.Web;

public sealed class MetricsTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_deadline_is_late_by_the_clock_that_dates_it()
    {
        // Retention falls due each night: ahead of this day, and long past by the wall clock.
        await _service.Filed();

        Assert.Equal(0, Look("store.deadlines.late"));
    }

    /// <summary>Of this service alone: others of this process have a meter of the same name.</summary>
    private double Look(string name)
    {
        var meters = _service.Get<IMeterFactory>();
        List<double> seen = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == name && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>(
            (_, value, tags, _) =>
            {
                if (tags.Contains(new("store", "FilingDb")))
                {
                    seen.Add(value);
                }
            }
        );
        listener.Start();
        listener.RecordObservableInstruments();
        return Assert.Single(seen);
    }
}
