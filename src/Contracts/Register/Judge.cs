namespace Contracts.Register;

/// <summary>The one implementation of "registered" (R3): the roadside answer and the flagging of sightings both call it.</summary>
public static class Judge
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(24);

    /// <summary>Judges by the facts known at the question's moment.</summary>
    /// <param name="histories">Every history that ever named the plate; others do no harm.</param>
    /// <param name="question">Plate in stored form, moment, and what is seen.</param>
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

            var own = CodeOf(standing, body, question);
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

    private static VerdictCode CodeOf(Standing standing, Permission body, Question question)
    {
        var covers = body.Covers(question.At);
        return standing.Phase switch
        {
            Phase.Live when covers => PlaceOf(body, question),
            Phase.Live when question.At < body.From && body.From <= question.At + Near => VerdictCode.TooEarly,
            Phase.Live when question.At - Near <= body.To && body.To < question.At => VerdictCode.TooLate,
            Phase.Undecided when covers => body.Emergency ? VerdictCode.Emergency : VerdictCode.Pending,
            Phase.Ended when covers => standing.EndReason == EndReason.Revoked ? VerdictCode.Revoked : VerdictCode.Completed,
            Phase.TurnedBack when covers => VerdictCode.Returned,
            _ => VerdictCode.NotFiled,
        };
    }

    private static VerdictCode PlaceOf(Permission body, Question question) =>
        (question.Activity, question.Point) switch
        {
            (Activity.Working, { } point) when !body.Site.Contains(point) => VerdictCode.WrongPlace,
            (Activity.Discharging, { } point) when !body.Plant.Contains(point) => VerdictCode.WrongPlant,
            _ => VerdictCode.Filed,
        };
}
