using Contracts.Register;
using CsCheck;
using DispatchWorker.Sightings;

namespace DispatchWorker.Tests.Sightings;

public sealed class RunExtentTests
{
    private static readonly VerdictCode[] RedCodes = [VerdictCode.NotFiled, VerdictCode.Revoked];

    /// <summary>Whatever it says without the sightings is what they would say.</summary>
    [Fact]
    public void A_run_that_goes_on_is_the_one_that_all_its_sightings_form()
    {
        var sighting = Gen.Select(Gen.Int[0, 200], Gen.Int[0, 1], (minute, code) => (minute, code));
        var told = 0;
        Gen.Select(sighting.Array[1, 6], sighting.Array[1, 4])
            .Sample(
                (before, more) =>
                {
                    var first = RunGroup.Of(Red("a", before))[0];
                    var added = Red("b", more);
                    var groups = RunGroup.Of(first.Sightings.Concat(added));
                    if (first.Extent.With(added) is not { } extent)
                    {
                        return;
                    }

                    Interlocked.Increment(ref told);
                    var all = Assert.Single(groups);
                    Assert.Equal((all.First, all.Last), (extent.First, extent.Last));
                    Assert.Equal(all.Codes, extent.Codes);
                },
                iter: 2000
            );
        Assert.True(told > 200, $"only {told} of 2000 were told without the sightings");
    }

    [Fact]
    public void A_sighting_with_the_runs_only_code_extends_it_anywhere_within_the_gap()
    {
        var run = RunGroup.Of([Make.Red("a", 100), Make.Red("b", 150)])[0].Extent;

        Assert.Equal(run with { First = Make.At(40) }, run.With([Make.Red("c", 40)]), Same);
        Assert.Equal(run, run.With([Make.Red("c", 120)]), Same);
        Assert.Equal(run with { Last = Make.At(270) }, run.With([Make.Red("c", 270), Make.Red("d", 210)]), Same);
        Assert.Null(run.With([Make.Red("c", 39)]));
        Assert.Null(run.With([Make.Red("c", 211)]));
    }

    [Fact]
    public void A_sighting_with_another_code_extends_it_only_after_its_last_moment()
    {
        var run = RunGroup.Of([Make.Red("a", 100), Make.Red("b", 150)])[0].Extent;

        Assert.Equal([VerdictCode.NotFiled, VerdictCode.Revoked], run.With([Make.Red("c", 151, VerdictCode.Revoked)])!.Codes);
        Assert.Null(run.With([Make.Red("c", 150, VerdictCode.Revoked)]));
    }

    private static bool Same(RunExtent? a, RunExtent? b) => (a!.First, a.Last) == (b!.First, b.Last) && a.Codes.SequenceEqual(b.Codes);

    private static RedSighting[] Red(string name, (int Minute, int Code)[] sightings) =>
        [.. sightings.Select((sighting, i) => Make.Red($"{name}{i}", sighting.Minute, RedCodes[sighting.Code]))];
}
