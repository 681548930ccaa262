using Contracts.Delivery;

namespace Contracts.Tests.Delivery;

public sealed class DeadLetterTests
{
    private static readonly OutboxRow Message = new()
    {
        Type = "Contracts.Filing.Gone",
        Body = "{}",
        Attempts = 8,
        ParkedAt = Make.At("09:00"),
        LastError = "Unknown message type.\n   at somewhere",
    };

    [Fact]
    public async Task Each_parked_row_is_listed_in_one_line_with_its_reason()
    {
        await using var store = await Parked();

        var (code, said, _) = await Run(store);

        Assert.Equal(0, code);
        Assert.Contains(
            $"sample outbox\t{Message.Id}\tContracts.Filing.Gone\t{Message.ParkedAt:yyyy-MM-dd HH:mm:sszzz}\tUnknown message type.\n",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"sample deadlines\tno-receipt/T-1\tno-receipt\t{Message.ParkedAt!.Value.AddMinutes(30):yyyy-MM-dd HH:mm:sszzz}\t"
                + "no reason is known\n",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("2 parked.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_rows_are_tried_again_from_the_start_and_the_rest_stays_parked()
    {
        await using var store = await Parked();

        var (code, said, _) = await Run(store, "replay", Message.Id.ToString());

        Assert.Equal(0, code);
        Assert.Contains("1 replayed.", said, StringComparison.Ordinal);
        var row = Assert.Single(await store.Rows<OutboxRow>());
        Assert.Equal((null, null, 0), (row.ParkedAt, row.NextAt, row.Attempts));
        Assert.NotNull(Assert.Single(await store.Rows<DeadlineRow>()).ParkedAt);
    }

    [Fact]
    public async Task Everything_can_be_replayed_at_once()
    {
        await using var store = await Parked();

        var (_, said, _) = await Run(store, "replay", "--all");

        Assert.Contains("2 replayed.", said, StringComparison.Ordinal);
        Assert.Contains("Nothing is parked.", (await Run(store)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_not_parked_is_reported_as_a_failure()
    {
        await using var store = await Parked();

        var (code, _, wrong) = await Run(store, "replay", "nobody");

        Assert.Equal(1, code);
        Assert.Contains("nobody is not parked.", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_use_is_answered_with_the_right_one()
    {
        await using var store = await Parked();

        var (code, _, wrong) = await Run(store, "replay");

        Assert.Equal(2, code);
        Assert.Contains(DeadLetterCommand.Usage, wrong, StringComparison.Ordinal);
    }

    private static async Task<SampleStore> Parked()
    {
        var store = new SampleStore();
        await using var db = store.Open();
        db.Add(Message);
        db.Add(
            new DeadlineRow
            {
                Kind = "no-receipt",
                Key = "T-1",
                DueAt = Make.At("09:00"),
                ParkedAt = Make.At("09:30"),
            }
        );
        await db.SaveChangesAsync();
        return store;
    }

    private static async Task<(int Code, string Said, string Wrong)> Run(SampleStore store, params string[] args)
    {
        var (said, wrong) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await new DeadLetterCommand([("sample", store.Open)], null, []).Run(args, said, wrong, default);
        return (code, said.ToString(), wrong.ToString());
    }
}
