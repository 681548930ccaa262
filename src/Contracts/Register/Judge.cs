namespace Contracts.Register;

/// <summary>The only implementation of "registered" (R3). Every decision about it calls this function.</summary>
public static class Judge
{
    /// <summary>How far beyond a window a verdict looks (<c>too-early</c>, <c>too-late</c>).</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(24);

    /// <summary>Judges by the facts known at the question's moment.</summary>
    /// <param name="histories">Every history that ever named the plate; additional ones do no harm.</param>
    /// <param name="question">Plate in stored form, moment, and what was observed.</param>
    public static Verdict Verdict(IReadOnlyList<History> histories, Question question)
    {
        var code = VerdictCode.NotFiled;
        List<Basis>? bases = null;
        foreach (var history in histories)
        {
            var standing = history.At(question.At);
            if (standing.Body is not { } body || !body.Names(question.Plate, question.Colour))
            {
                continue;
            }

            var own = CodeOf(standing, body, question, histories);
            if (own == VerdictCode.NotFiled || own > code)
            {
                continue;
            }

            if (own < code)
            {
                bases = null;
            }

            code = own;
            (bases ??= []).Add(new Basis(history.Number, body, standing.EndReason));
        }

        bases?.Sort(
            static (a, b) => a.Body.From != b.Body.From ? a.Body.From.CompareTo(b.Body.From) : string.CompareOrdinal(a.Number, b.Number)
        );
        return new Verdict(code, question, bases ?? (IReadOnlyList<Basis>)[]);
    }

    /// <summary>
    /// Whether this truck may load now (R11), by the history of one filing or order: another permission does not allow it.
    /// </summary>
    public static bool MayLoad(History history, TruckKey truck, DateTimeOffset now) =>
        Own(history, truck, now).Code is VerdictCode.Filed or VerdictCode.Emergency;

    /// <summary>What one filing's or order's own history says of a truck on the road.</summary>
    public static Verdict Own(History history, TruckKey truck, DateTimeOffset at) =>
        Verdict([history], new Question(truck.Plate, truck.Colour, at));

    private static VerdictCode CodeOf(Standing standing, Permission body, Question question, IReadOnlyList<History> histories)
    {
        var covers = body.Covers(question.At);
        return standing.Phase switch
        {
            Phase.Live when covers => IsInPlace(body, question) ? VerdictCode.Filed : OutOfPlace(question, histories),
            Phase.Live when question.At < body.From && body.From <= question.At + Reach => VerdictCode.TooEarly,
            Phase.Live when question.At - Reach <= body.To && body.To < question.At => VerdictCode.TooLate,
            Phase.Undecided when covers => body.Emergency ? VerdictCode.Emergency : VerdictCode.Pending,
            Phase.Ended when covers => standing.EndReason == EndReason.Revoked ? VerdictCode.Revoked : VerdictCode.Completed,
            Phase.TurnedBack when covers => VerdictCode.Returned,
            _ => VerdictCode.NotFiled,
        };
    }

    private static bool IsInPlace(Permission body, Question question) =>
        (question.Activity, question.Point) switch
        {
            (Activity.Working, { } point) => body.HasSiteAt(point),
            (Activity.Discharging, { } point) => body.Plant.Contains(point),
            _ => true,
        };

    /// <summary>At the site or plant of an undecided emergency the truck is where its filing says: not a wrong place.</summary>
    private static VerdictCode OutOfPlace(Question question, IReadOnlyList<History> histories)
    {
        foreach (var history in histories)
        {
            if (
                history.At(question.At) is { Phase: Phase.Undecided, Body: { Emergency: true } body }
                && body.Covers(question.At)
                && body.Names(question.Plate, question.Colour)
                && IsInPlace(body, question)
            )
            {
                return VerdictCode.NotFiled;
            }
        }

        return question.Activity == Activity.Discharging ? VerdictCode.WrongPlant : VerdictCode.WrongPlace;
    }
}
