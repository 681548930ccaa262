using System.Globalization;

namespace FilingApi.Tests.Fuzz;

/// <summary>The same with 100 000 requests: <c>./start bench fuzz</c>.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Requests = 2_000;

    [Fact]
    public async Task Every_generated_request_is_answered_as_described_and_a_refusal_changes_nothing()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("FUZZ_SEED"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : 20261124;
        output.WriteLine($"seed {seed} (FUZZ_SEED)");
        await using var run = new FuzzRun(seed);

        await run.Go(Requests);

        output.WriteLine(
            $"{string.Join(", ", run.Statuses.Select(status => $"{status.Value} × {status.Key}"))}; {run.Codes.Count} codes: "
                + $"{string.Join(' ', run.Codes.Order(StringComparer.Ordinal))}"
        );
        foreach (var fault in run.Faults)
        {
            output.WriteLine(fault);
        }

        Assert.Empty(run.Faults);

        // One that is turned away at the door tests nothing behind it.
        Assert.True(run.Statuses.Where(status => status.Key[0] == '2').Sum(status => status.Value) > Requests / 4);
        Assert.True(run.Codes.Count > 20, $"only {run.Codes.Count} codes");
    }
}
