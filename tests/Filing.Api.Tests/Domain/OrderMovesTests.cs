using System.Text.Json;
using Contracts.Register;
using FilingApi.Domain;
using static FilingApi.Tests.Domain.MakeOrder;

namespace FilingApi.Tests.Domain;

/// <summary>R9's order and stop, a table each. A state or an act that is not in it fails here until somebody decides.</summary>
public sealed class OrderMovesTests
{
    private const string No = "-";

    /// <summary>What the act makes of an order of two stops; a dash: refused, and nothing changes.</summary>
    private static readonly Dictionary<OrderStatus, string[]> Orders = new()
    {
        //                       confirm      decline     cancel       begin      finish     skip         close
        [OrderStatus.Published] = ["confirmed", "declined", "cancelled", "working", No, "published", No],
        [OrderStatus.Confirmed] = [No, "declined", "cancelled", "working", No, "confirmed", No],
        [OrderStatus.Working] = [No, No, No, "working", "working", "working", "done"],
        [OrderStatus.Done] = [No, No, No, No, No, No, "done"],
        [OrderStatus.Declined] = [No, No, No, No, No, No, No],
        [OrderStatus.Cancelled] = [No, No, No, No, No, No, No],
    };

    /// <summary>What the act makes of a stop whose order is at work.</summary>
    private static readonly Dictionary<StopState, string[]> Stops = new()
    {
        //                     begin    finish  skip
        [StopState.Planned] = ["begun", No, "skipped"],
        [StopState.Begun] = [No, "done", "skipped"],
        [StopState.Done] = [No, No, No],
        [StopState.Skipped] = [No, No, No],
    };

    public static TheoryData<OrderStatus, OrderAct> EveryMove() =>
        [
            .. from status in Enum.GetValues<OrderStatus>()
            from act in Enum.GetValues<OrderAct>()
            select new TheoryDataRow<OrderStatus, OrderAct>(status, act),
        ];

    public static TheoryData<StopState, StopAct> EveryStopMove() =>
        [
            .. from state in Enum.GetValues<StopState>()
            from act in Enum.GetValues<StopAct>()
            select new TheoryDataRow<StopState, StopAct>(state, act),
        ];

    [Theory]
    [MemberData(nameof(EveryMove))]
    public void Every_act_in_every_state_of_an_order_is_decided(OrderStatus status, OrderAct act)
    {
        var expected = Orders[status][Array.IndexOf(Enum.GetValues<OrderAct>(), act)];
        var order = In(status, act);
        Assert.Equal(status, order.Status);
        var before = JsonSerializer.Serialize(order);

        var refusal = Do(order, act);

        Assert.Equal(expected != No, OrderMoves.Allows(status, act));
        if (expected == No)
        {
            var isAgain = (status, act) == (OrderStatus.Cancelled, OrderAct.Cancel);
            Assert.Equal(isAgain ? Refusals.OrderCancelled : Refusals.WrongOrderMove, refusal?.Kind);
            Assert.Equal(before, JsonSerializer.Serialize(order));
        }
        else
        {
            Assert.Null(refusal);
            Assert.Equal(expected, order.Status.Wire());
            Assert.Equal(order.Version, order.TakeNewActs()[^1].Seq);
        }
    }

    [Theory]
    [MemberData(nameof(EveryStopMove))]
    public void Every_act_in_every_state_of_a_stop_is_decided(StopState state, StopAct act)
    {
        var expected = Stops[state][Array.IndexOf(Enum.GetValues<StopAct>(), act)];
        var order = AtWork(state);
        var stop = order.Stops[1];
        Assert.Equal((OrderStatus.Working, state), (order.Status, stop.State));

        var refusal = act switch
        {
            StopAct.Begin => First(order.Begin(2)),
            StopAct.Finish => order.Finish(2),
            StopAct.Skip => order.Skip(2),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Nobody does this yet."),
        };

        Assert.Equal(expected != No, StopMoves.Allows(state, act));
        Assert.Equal(expected == No ? Refusals.WrongStopMove : null, refusal?.Kind);
        Assert.Equal(expected == No ? state.Wire() : expected, stop.State.Wire());
    }

    [Fact]
    public void A_refusal_names_the_stop_its_state_and_the_act_in_both_languages()
    {
        foreach (var row in EveryStopMove().Where(row => !StopMoves.Allows(row.Data.Item1, row.Data.Item2)))
        {
            var (state, act) = row.Data;
            var order = AtWork(state);

            var refusal = act switch
            {
                StopAct.Begin => order.Begin(2)[0],
                StopAct.Finish => order.Finish(2)!,
                _ => order.Skip(2)!,
            };

            Assert.Contains($"第 2 站现为“{StopMoves.Zh(state)}”", refusal.Sentence(Language.Zh), StringComparison.Ordinal);
            Assert.Contains($"Stop 2 is {state.Wire()}", refusal.Sentence(Language.En), StringComparison.Ordinal);
            Assert.Contains(StopMoves.Words(act).En, refusal.Sentence(Language.En), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_state_has_a_word()
    {
        Assert.All(Enum.GetValues<OrderStatus>(), status => Assert.NotEmpty(OrderMoves.Zh(status)));
        Assert.All(Enum.GetValues<JobStatus>(), status => Assert.NotEmpty(JobMoves.Zh(status)));
    }

    [Fact]
    public void Beginning_confirms_the_order() => Assert.Equal(Now, In(OrderStatus.Working, OrderAct.Finish).ConfirmedAt);

    [Fact]
    public void Stops_begin_in_order_and_a_skipped_one_is_passed()
    {
        var order = NewOrder(3);

        var early = order.Begin(2);
        order.Skip(1);
        var inOrder = order.Begin(2);

        Assert.Equal([Refusals.StopOutOfOrder], early.Select(refusal => refusal.Kind));
        Assert.Empty(inOrder);
    }

    [Fact]
    public void An_order_whose_only_begun_stop_was_skipped_cannot_be_cancelled()
    {
        var order = NewOrder(2);
        order.Begin(1);
        order.Skip(1);

        var (refusal, fact) = order.Cancel("改期", Someone, Now);

        Assert.Equal((OrderStatus.Working, Refusals.WrongOrderMove), (order.Status, refusal?.Kind));
        Assert.Null(fact);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_stop_begins_until_the_entry_ends(int milliseconds, bool taken)
    {
        var order = NewOrder(1);

        var refusals = order.Begin(1, now: order.To.AddMilliseconds(milliseconds));

        Assert.Equal(taken ? [] : [Refusals.NoValidEntry], refusals.Select(refusal => refusal.Kind));
    }

    private static Order In(OrderStatus status, OrderAct next)
    {
        var order = NewOrder(2);
        OrderAct[] path = status switch
        {
            OrderStatus.Published => [],
            OrderStatus.Confirmed => [OrderAct.Confirm],
            OrderStatus.Working => next == OrderAct.Begin ? [OrderAct.Begin, OrderAct.Finish] : [OrderAct.Begin],
            OrderStatus.Done => [OrderAct.Begin, OrderAct.Finish, OrderAct.Begin, OrderAct.Finish],
            OrderStatus.Declined => [OrderAct.Decline],
            OrderStatus.Cancelled => [OrderAct.Cancel],
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No way is known into this state."),
        };
        foreach (var act in path)
        {
            Assert.Null(Do(order, act));
        }

        return order;
    }

    private static Refusal? Do(Order order, OrderAct act)
    {
        int InState(StopState state) => order.Stops.Find(stop => stop.State == state)?.K ?? 1;
        switch (act)
        {
            case OrderAct.Confirm:
                return order.Confirm(Someone, Now);
            case OrderAct.Decline:
                return order.Decline("车坏", Someone, Now).Item1;
            case OrderAct.Cancel:
                return order.Cancel("改期", Someone, Now).Item1;
            case OrderAct.Begin:
                return First(order.Begin(InState(StopState.Planned)));
            case OrderAct.Finish:
                return order.Finish(InState(StopState.Begun));
            case OrderAct.Skip:
                return order.Skip(order.Stops.Find(stop => stop.IsOpen)?.K ?? 1);
            case OrderAct.Close when OrderMoves.Allows(order.Status, act):
                order.Close(Someone, Now);
                return null;
            case OrderAct.Close:
                // Only a loaded trip is closed, and no order in such a state has one.
                Assert.Throws<InvalidOperationException>(() => order.Close(Someone, Now));
                return Refusals.WrongOrderMove.With("", "");
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, "Nobody does this yet.");
        }
    }

    /// <summary>Three stops: the first is done, the second in the state, the third to come.</summary>
    private static Order AtWork(StopState second)
    {
        var order = NewOrder(3);
        order.Begin(1);
        order.Finish(1);
        if (second is StopState.Begun or StopState.Done)
        {
            order.Begin(2);
        }

        if (second == StopState.Done)
        {
            order.Finish(2);
        }

        if (second == StopState.Skipped)
        {
            order.Skip(2);
        }

        return order;
    }

    private static Refusal? First(IReadOnlyList<Refusal> refusals) => refusals is [var first, ..] ? first : null;
}
