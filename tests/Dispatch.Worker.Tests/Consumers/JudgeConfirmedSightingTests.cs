using Contracts.Dispatch;
using Contracts.Filing;
using Contracts.Register;

namespace DispatchWorker.Tests.Consumers;

public sealed class JudgeConfirmedSightingTests
{
    [Fact]
    public async Task A_doubtful_sighting_that_a_person_confirmed_is_judged_and_opens_a_run()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(1, Make.Sighting("d", 0, doubtful: true)));

        await worker.Tell(Confirmed("d", 0));

        Assert.Equal(
            [new Judgement("d", VerdictCode.NotFiled, 1)],
            Assert.Single((await worker.Emitted()).OfType<SightingsJudged>()).Judgements
        );
        Assert.Equal(["湘A12345 Yellow 0-0 [d] NotFiled"], await worker.OpenRuns());
    }

    [Fact]
    public async Task A_confirmation_that_overtakes_its_batch_takes_its_place()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Confirmed("d", 0));
        await worker.Tell(Make.Batch(1, Make.Sighting("d", 0, doubtful: true)));

        Assert.False(Assert.Single(await worker.Sightings()).Doubtful);
        Assert.Equal(["湘A12345 Yellow 0-0 [d] NotFiled"], await worker.OpenRuns());
    }

    [Fact]
    public async Task A_repeated_confirmation_has_its_effect_once()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(1, Make.Sighting("d", 0, doubtful: true)));

        await worker.Tell(Confirmed("d", 0), Make.Id(7));
        await worker.Tell(Confirmed("d", 0), Make.Id(7));

        Assert.Single((await worker.Emitted()).OfType<SightingsJudged>());
    }

    private static SightingConfirmed Confirmed(string id, double minute) =>
        new()
        {
            Sighting = Make.Sighting(id, minute),
            ArrivedAt = Make.At(1),
            ConfirmedAt = Make.At(30),
        };
}
