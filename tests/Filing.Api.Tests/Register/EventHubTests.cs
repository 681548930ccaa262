using FilingApi.Domain;
using FilingApi.Register;

namespace FilingApi.Tests.Register;

public sealed class EventHubTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_memory_is_whole_up_to_its_length_and_not_beyond(int beyond, bool isWhole)
    {
        var hub = new EventHub();
        hub.Tell([Event("SEEN")]);
        var seen = hub.Listen(null).Here;
        hub.Tell(Enumerable.Range(0, EventHub.Memory + beyond).Select(i => Event($"N{i}")));

        var told = hub.Listen(seen);

        Assert.Equal((isWhole, EventHub.Memory), (told.IsWhole, told.Missed.Count));
        Assert.Equal($"N{beyond}", told.Missed[0].What.Subject);
    }

    private static LiveEvent Event(string subject) => new("filing-decided", subject, null, null, DateTimeOffset.UnixEpoch);
}
