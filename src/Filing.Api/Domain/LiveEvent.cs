namespace FilingApi.Domain;

/// <summary>Something that people who look at a page want to know at once. Gathered in a unit of work, told when it is committed.</summary>
/// <param name="Kind">review-requested, review-ended, filing-decided, run-opened, lead-raised, lead-assigned or lead-contradicted.</param>
/// <param name="Subject">The number, the run's id or the lead's id: what to load again.</param>
/// <param name="Town">Offices see what is of their towns.</param>
/// <param name="Enterprise">Whose filing it is, where it is one.</param>
/// <param name="At">When it happened.</param>
/// <param name="Department">Which one looks into it, where it is a lead.</param>
public sealed record LiveEvent(string Kind, string Subject, string? Town, string? Enterprise, DateTimeOffset At, string? Department = null);
