using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>Which department of a town looks into a kind of lead from a day on, and in how many working days (R12).</summary>
public sealed class Responsibility : Subject, IOfTown
{
    public required string Town { get; init; }
    public required LeadKind Kind { get; init; }
    public required DateOnly From { get; init; }
    public required string Department { get; init; }
    public required int CheckDays { get; init; }
    public required int CloseDays { get; init; }

    protected override SubjectRef Self => new(SubjectKind.Department, $"{Town}/{Kind.Wire()}/{From:yyyy-MM-dd}", Town);
}

/// <summary>Who looks into one lead, and in how many working days it is checked and closed.</summary>
public sealed record Charge(string Department, int CheckDays, int CloseDays)
{
    /// <summary>The town's own table where it has a row by that day; else the kind's, and the centre for trips of orders.</summary>
    public static Charge Of(LeadKind kind, bool isOfOrder, Responsibility? ofTown)
    {
        if (ofTown is not null)
        {
            return new Charge(ofTown.Department, ofTown.CheckDays, ofTown.CloseDays);
        }

        var row = kind.Row();
        return new Charge((isOfOrder ? DepartmentKind.Centre : row.Department).Wire(), row.CheckDays, row.CloseDays);
    }
}
