using Contracts.Delivery;

namespace Contracts.Tests.Delivery;

public sealed class InboxTests
{
    private static readonly Guid Message = Guid.Parse("0199b000-0000-7000-8000-000000000001");

    [Fact]
    public async Task A_message_seen_twice_by_one_consumer_acts_once()
    {
        await using var store = new SampleStore();
        await store.Start<Writer<SampleDb>>();

        var first = await See(store, "A");
        var second = await See(store, "A");
        var other = await See(store, "B");

        Assert.Equal((true, false, true), (first, second, other));
    }

    [Fact]
    public async Task Two_deliveries_in_one_group_act_once()
    {
        await using var store = new SampleStore();
        Task<bool>[] racing = [See(store, "A"), See(store, "A")];

        await store.Start<Writer<SampleDb>>();
        var first = await Task.WhenAll(racing);

        Assert.Equal([true, false], first);
    }

    [Fact]
    public async Task A_delivery_whose_effect_failed_may_act_again()
    {
        await using var store = new SampleStore();
        await store.Start<Writer<SampleDb>>();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.Write(
                async Task<bool> (db) =>
                {
                    await db.FirstSeen(Message, "A", Make.From, default);
                    throw new InvalidOperationException();
                }
            )
        );

        Assert.True(await See(store, "A"));
    }

    private static Task<bool> See(SampleStore store, string consumer) =>
        store.Write(db => db.FirstSeen(Message, consumer, Make.From, default));
}
