using CsCheck;
using FilingApi.Register;

namespace FilingApi.Tests.Register;

/// <summary>R2: stamps in commit order, later than everything answered; an answer about now never changes.</summary>
public sealed class RegisterClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));
    private readonly SteppingClock _wall = new(Start);
    private readonly RegisterClock _clock;

    public RegisterClockTests() => _clock = new RegisterClock(_wall);

    private enum Step
    {
        Stamp,
        Land,
        AskNow,
        AskPast,
        AnswerInside,
        Later,
        Back,
        Restart,
    }

    [Fact]
    public async Task A_stamp_is_later_than_what_was_answered()
    {
        var answered = await _clock.AskNow();

        var stamp = _clock.Stamp();

        Assert.Equal(Start, answered);
        Assert.Equal(Start.AddMilliseconds(1), stamp);
    }

    [Fact]
    public async Task A_question_about_now_speaks_of_the_latest_moment_before_any_act_in_flight()
    {
        _wall.Set(Start.AddSeconds(1));
        var stamp = _clock.Stamp();
        _wall.Set(Start.AddSeconds(5));

        var answered = await _clock.AskNow();
        _clock.Land();
        var after = await _clock.AskNow();

        Assert.Equal(stamp.AddMilliseconds(-1), answered);
        Assert.Equal(Start.AddSeconds(5), after);
    }

    [Fact]
    public async Task A_question_waits_rather_than_miss_a_committed_fact()
    {
        _clock.Stamp();
        _clock.Land();
        _clock.Stamp();

        var asked = _clock.AskNow().AsTask();
        var before = asked.IsCompleted;
        _clock.Land();

        Assert.False(before);
        Assert.Equal(Start, await asked);
    }

    [Fact]
    public async Task A_past_moment_that_is_being_committed_is_answered_after_the_landing()
    {
        var stamp = _clock.Stamp();
        _wall.Set(Start.AddMinutes(1));

        var (earlier, asked) = (await _clock.AskAt(stamp.AddMilliseconds(-1)), _clock.AskAt(stamp).AsTask());
        var before = asked.IsCompleted;
        _clock.Land();

        Assert.True(earlier);
        Assert.False(before);
        Assert.True(await asked);
    }

    [Fact]
    public async Task The_future_is_not_answered_and_costs_nothing()
    {
        var answered = await _clock.AskAt(Start.AddMilliseconds(1));

        Assert.False(answered);
        Assert.Equal(Start, _clock.Stamp());
    }

    [Fact]
    public async Task A_restart_goes_on_from_the_last_stamp_and_the_last_answer()
    {
        _clock.Resume(Start.AddSeconds(3), Start.AddSeconds(4));

        Assert.True(_clock.IsAhead);
        Assert.Equal(Start.AddSeconds(3), await _clock.AskNow());
        Assert.Equal(Start.AddSeconds(4).AddMilliseconds(1), _clock.Stamp());
    }

    [Theory]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    public void Stamps_more_than_two_seconds_ahead_of_the_wall_are_an_alarm(int milliseconds, bool alarm)
    {
        _wall.Set(Start.AddMilliseconds(milliseconds));
        _clock.Stamp();

        _wall.Set(Start);

        Assert.Equal(alarm, _clock.IsAhead);
    }

    [Fact]
    public void Stamps_never_fall_and_no_answer_changes_afterwards() =>
        Gen.Enum<Step>().Select(Gen.Int[0, 50]).Array[1, 60].Sample(Play, iter: 500);

    private static void Play((Step Step, int Ms)[] steps)
    {
        var wall = new SteppingClock(Start);
        var clock = new RegisterClock(wall);
        var (last, lastAnswer, inFlight) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue, false);
        foreach (var (step, ms) in steps)
        {
            switch (step)
            {
                case Step.Stamp:
                    var stamp = clock.Stamp();
                    Assert.True(stamp >= last && stamp > lastAnswer, $"Stamp {stamp:O} after stamp {last:O} and answer {lastAnswer:O}.");
                    (last, inFlight) = (stamp, true);
                    break;
                case Step.Land:
                    clock.Land();
                    inFlight = false;
                    break;
                case Step.AskNow:
                    Take(clock.AskNow());
                    break;
                case Step.AskPast:
                    var past = wall.GetUtcNow().AddMilliseconds(-ms);
                    var asked = clock.AskAt(past);
                    if (asked.IsCompleted && asked.Result)
                    {
                        lastAnswer = Later(lastAnswer, past);
                    }

                    break;
                case Step.AnswerInside when inFlight:
                    clock.Answered(last);
                    lastAnswer = Later(lastAnswer, last);
                    break;
                case Step.Later:
                    wall.Set(wall.GetUtcNow().AddMilliseconds(ms));
                    break;
                case Step.Back:
                    wall.Set(wall.GetUtcNow().AddMilliseconds(-ms));
                    break;
                case Step.Restart when !inFlight:
                    clock = new RegisterClock(wall);
                    clock.Resume(Later(last, Start.AddDays(-1)), Later(lastAnswer, Start.AddDays(-1)));
                    break;
                default:
                    break;
            }
        }

        void Take(ValueTask<DateTimeOffset> question)
        {
            // One that waits for the landing speaks of a moment after it: nothing is promised yet.
            if (!question.IsCompleted)
            {
                return;
            }

            var answer = question.Result;
            Assert.True(inFlight || answer >= last, "What is committed was hidden.");
            Assert.True(!inFlight || answer < last, "An act in flight was already told of.");
            lastAnswer = Later(lastAnswer, answer);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    /// <summary>A wall clock that also steps back, as real ones do.</summary>
    private sealed class SteppingClock(DateTimeOffset start) : TimeProvider
    {
        private DateTimeOffset _now = start;

        public void Set(DateTimeOffset now) => _now = now;

        public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();
    }
}
