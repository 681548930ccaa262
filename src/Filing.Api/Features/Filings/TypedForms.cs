using FilingApi.Data;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>A form that cannot be a filing yet is kept as it was typed, for the account that typed it.</summary>
public static class TypedForms
{
    public sealed record Kept(string Number);

    public static Task<TypedRow?> TypedBy(this FilingDb db, Caller caller, string number, CancellationToken cancel) =>
        db.TypedForms.AsNoTracking().SingleOrDefaultAsync(typed => typed.Account == caller.Account && typed.Number == number, cancel);

    /// <param name="session">The act.</param>
    /// <param name="caller">Who typed it.</param>
    /// <param name="number">The filing that is corrected, or <see cref="TypedRow.NoNumber"/>.</param>
    /// <param name="form">As typed; null: it is no longer needed.</param>
    /// <param name="cancel">Cancels the act.</param>
    public static Task<Answer> KeepTyped(this WriteSession session, Caller caller, string number, string? form, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                var known = await db.TypedForms.FindAsync([caller.Account, number], cancel);
                if (form is null)
                {
                    if (known is not null)
                    {
                        db.TypedForms.Remove(known);
                    }
                }
                else if (known is null)
                {
                    db.TypedForms.Add(
                        new TypedRow
                        {
                            Account = caller.Account,
                            Number = number,
                            At = now,
                            Form = form,
                        }
                    );
                }
                else
                {
                    (known.At, known.Form) = (now, form);
                }

                return Answer.Ok(new Kept(number));
            },
            cancel
        );
}
