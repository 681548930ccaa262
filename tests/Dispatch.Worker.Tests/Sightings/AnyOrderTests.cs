using Contracts.Dispatch;
using Contracts.Filing;
using Contracts.Register;
using CsCheck;

namespace DispatchWorker.Tests.Sightings;

/// <summary>
/// R5: runs are a function of the accepted sightings and the facts, whatever order, split, repetition or restart they go through.
/// </summary>
public sealed class AnyOrderTests
{
    private static readonly string[] Plates = ["湘A12345", "湘A54321"];

    private static readonly Gen<Sighting[]> Sightings = (
        from minute in Gen.Int[0, 60]
        from plate in Gen.OneOfConst(Plates)
        from colour in Gen.OneOfConst<PlateColour?>(PlateColour.Yellow, PlateColour.Yellow, PlateColour.Blue, null)
        from activity in Gen.Enum<Activity>()
        from atPlant in Gen.Bool
        from doubtful in Gen.Int[0, 9]
        select Make.Sighting("", minute * 10, plate, colour, doubtful == 0, activity, atPlant)
    )
        .Array[1, 24]
        .Select(sightings => sightings.Select((sighting, i) => sighting with { Id = $"s{i}" }).ToArray());

    /// <summary>Lives of up to five numbers: submitted or ordered, then something, then something else.</summary>
    private static readonly Gen<RegisterFact[]> Facts = (
        from order in Gen.Bool
        from begin in Gen.Int[0, 50]
        from length in Gen.Int[1, 30]
        from plate in Gen.OneOfConst(Plates)
        from starts in Gen.Int[-5, 40]
        from first in Gen.OneOfConst(FactKind.Recorded, FactKind.Returned, FactKind.Withdrawn)
        from second in Gen.OneOfConst(FactKind.Revoked, FactKind.Completed, FactKind.Submitted)
        from steps in Gen.Int[1, 3]
        select (Body: Make.Permission(begin * 10, (begin + length) * 10, plate), order, starts, first, second, steps)
    )
        .Array[0, 5]
        .Select(lives =>
            lives
                .SelectMany(
                    (life, i) =>
                        new[]
                        {
                            Make.Fact($"N{i}", 1, life.order ? FactKind.Ordered : FactKind.Submitted, life.starts * 10, life.Body),
                            Make.Fact($"N{i}", 2, life.first, (life.starts + 4) * 10),
                            Make.Fact(
                                $"N{i}",
                                3,
                                life.second,
                                (life.starts + 9) * 10,
                                life.second == FactKind.Submitted ? Make.Permission(0, 600, Plates[i % 2]) : null
                            ),
                        }.Take(life.steps)
                )
                .ToArray()
        );

    /// <summary>Everything that is to be told, cut into messages, some of them twice, in any order; "null" is a restart.</summary>
    private static Gen<(Guid Id, object Message)?[]> Deliveries(Sighting[] sightings, RegisterFact[] facts) =>
        from size in Gen.Int[1, 6]
        from mixedSightings in Gen.Shuffle(sightings.Concat(sightings.Take(5)).ToArray())
        from mixedFacts in Gen.Shuffle(facts.Concat(facts.Take(3)).ToArray())
        let messages = mixedSightings
            .Chunk(size)
            .Select(object (chunk, i) => Make.Batch(600 + (i * 7), chunk))
            .Concat(mixedFacts.Chunk(size).Select(chunk => Make.Facts(chunk)))
            .Select((message, i) => ((Guid, object)?)(Make.Id(i), message))
            .ToArray()
        from all in Gen.Shuffle(messages.Concat(messages.Take(3)).Append(null).Append(null).ToArray())
        select all;

    [Fact]
    public Task Any_order_split_repetition_and_restart_give_the_same_runs() =>
        (
            from sightings in Sightings
            from facts in Facts
            from deliveries in Deliveries(sightings, facts)
            from passed in Gen.Int[0, 800]
            select (sightings, facts, deliveries, passed)
        ).SampleAsync(
            async sample =>
            {
                await using var worker = await Worker.Start();

                foreach (var (delivery, i) in sample.deliveries.Select((delivery, i) => (delivery, i)))
                {
                    if (delivery is { } told)
                    {
                        await worker.Tell(told.Message, told.Id);
                    }
                    else
                    {
                        await worker.Restart();
                    }

                    if (i == sample.deliveries.Length / 2)
                    {
                        await worker.Pass(sample.passed);
                    }
                }

                await worker.Pass(100_000);
                var expected = Expected(sample.sightings, sample.facts);
                Assert.Equal(expected, await worker.OpenRuns());
                Assert.Equal(expected.Count, await OpenByMessages(worker, expected));
                await JudgedByMessages(worker);
            },
            iter: 150,
            threads: 2
        );

    /// <summary>The rule itself, without stores or messages.</summary>
    private static List<string> Expected(Sighting[] sightings, RegisterFact[] facts)
    {
        var histories = History.Of(facts);
        var red = sightings
            .Where(sighting => !sighting.Doubtful)
            .Select(sighting =>
                (
                    sighting,
                    Verdict: Judge.Verdict(
                        histories,
                        new Question(sighting.Plate, sighting.Colour, sighting.At, sighting.Activity, sighting.Point)
                    )
                )
            )
            .Where(judged => judged.Verdict.Colour == VerdictColour.Red)
            .ToList();
        var lines = new List<string>();
        foreach (var truck in red.GroupBy(judged => (judged.sighting.Plate, judged.sighting.Colour)))
        {
            var rest = truck.OrderBy(judged => judged.sighting.At).ThenBy(judged => judged.sighting.Id, StringComparer.Ordinal).ToList();
            while (rest.Count > 0)
            {
                var length = 1;
                while (length < rest.Count && rest[length].sighting.At <= rest[length - 1].sighting.At.AddMinutes(60))
                {
                    length++;
                }

                var run = rest[..length];
                rest.RemoveRange(0, length);
                lines.Add(
                    $"{truck.Key.Plate} {truck.Key.Colour} {Minute(run[0])}-{Minute(run[^1])} "
                        + $"[{string.Join(' ', run.Select(judged => judged.sighting.Id).Order(StringComparer.Ordinal))}] "
                        + string.Join(' ', run.Select(judged => judged.Verdict.Code).Distinct())
                );
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static double Minute((Sighting Sighting, Verdict) judged) => (judged.Sighting.At - Make.At(0)).TotalMinutes;

    /// <summary>Whoever only hears the messages, in any order, knows the same runs: the highest version of each counts.</summary>
    private static async Task<int> OpenByMessages(Worker worker, List<string> expected)
    {
        var said = await worker.Told();
        Assert.Equal(said.Count, said.Select(each => (each.Run.Id, each.Run.Version)).Distinct().Count());
        var open = said.GroupBy(each => each.Run.Id).Where(run => run.MaxBy(each => each.Run.Version)!.End is null).ToList();
        Assert.All(
            open,
            run =>
                Assert.Contains(
                    expected,
                    line =>
                        line.EndsWith(
                            $"[{string.Join(' ', Members(run))}] {string.Join(' ', run.MaxBy(each => each.Run.Version)!.Run.Codes)}",
                            StringComparison.Ordinal
                        )
                )
        );
        return open.Count;
    }

    private static IEnumerable<string> Members(IEnumerable<RunUpdate> run)
    {
        var said = run.SelectMany(told =>
            told.Joined.Select(id => (Id: id, told.Run.Version, IsMember: true))
                .Concat(told.Left.Select(id => (Id: id, told.Run.Version, IsMember: false)))
        );
        return said.GroupBy(each => each.Id)
            .Where(sighting => sighting.MaxBy(each => each.Version).IsMember)
            .Select(sighting => sighting.Key)
            .Order(StringComparer.Ordinal);
    }

    private static async Task JudgedByMessages(Worker worker)
    {
        var heard = (await worker.Emitted()).OfType<SightingsJudged>().SelectMany(message => message.Judgements).ToList();
        Assert.Equal(heard.Count, heard.DistinctBy(judgement => (judgement.Id, judgement.Revision)).Count());
        Assert.Equal(
            (await worker.Sightings()).Where(row => !row.Doubtful).Select(row => (row.Id, row.Code!.Value)),
            heard
                .GroupBy(judgement => judgement.Id)
                .Select(one => one.MaxBy(judgement => judgement.Revision)!)
                .Select(judgement => (judgement.Id, judgement.Code))
                .OrderBy(pair => pair.Id, StringComparer.Ordinal)
        );
    }
}
