using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Exchange;

public sealed class OrganisationSheet()
    : Sheet(
        "organisations",
        typeof(RegisterOrganisation.Request),
        [
            new("code", "编号", "/code"),
            new("kind", "类别", "/kind"),
            new("name", "名称", "/name"),
            new("town", "属地", "/town"),
            new("uscc", "统一社会信用代码", "/uscc"),
            new("phone", "电话", "/phone"),
            new("qualifications", "资质", "/qualifications", Cell.List),
        ]
    )
{
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> Read(FilingDb db, CancellationToken cancel) =>
        [
            .. (await db.Organisations.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancel)).Select(row =>
                new object?[] { row.Code, row.Kind, row.Name, row.Town, row.Uscc, row.Phone, string.Join(';', row.Qualifications) }
            ),
        ];

    public override string KeyOf(object request) => ((RegisterOrganisation.Request)request).Code;

    public override Task<IReadOnlyList<RowResult>> Take(
        Taking taking,
        IReadOnlyList<GoodRow> rows,
        object? prepared,
        CancellationToken cancel
    ) => OneByOne(rows, taking.Caller, request => Put(taking, (RegisterOrganisation.Request)request, cancel));

    private static async Task<(string, Refusal?)> Put(Taking taking, RegisterOrganisation.Request request, CancellationToken cancel)
    {
        var (db, qualifications) = (taking.Db, request.Qualifications ?? []);
        if (!await db.Towns.AnyAsync(town => town.Code == request.Town, cancel))
        {
            return (Refused, Refusals.UnknownReference.At("/town", request.Town));
        }

        if (request.Uscc is { Length: > 0 } code && !Uscc.HasItsLastDigit(code))
        {
            taking.Notes.Add(
                new Note(
                    $"{request.Code} 的统一社会信用代码 {code} 末位校验不符，请对照营业执照核对。",
                    $"The last digit of {code} ({request.Code}) does not check: compare it with the licence."
                )
            );
        }

        if (await db.Organisations.FindAsync([request.Code], cancel) is { } known)
        {
            // What an organisation is decides what its accounts may: that is not changed by a list.
            if (known.Kind != request.Kind)
            {
                return (Refused, Refusals.AlreadyThere.At("/kind", $"{known.Code} {known.Kind}"));
            }

            if (
                (known.Name, known.Town, known.Uscc, known.Phone) == (request.Name, request.Town, request.Uscc, request.Phone)
                && known.Qualifications.SequenceEqual(qualifications)
            )
            {
                return (Unchanged, null);
            }

            (known.Name, known.Town, known.Uscc, known.Phone, known.Qualifications) = (
                request.Name,
                request.Town,
                request.Uscc,
                request.Phone,
                qualifications
            );
            known.Log("changed", taking.Caller.Actor, taking.Now);
            return (Changed, null);
        }

        var made = new Organisation
        {
            Code = request.Code,
            Kind = request.Kind,
            Name = request.Name,
            Town = request.Town,
            Uscc = request.Uscc,
            Phone = request.Phone,
            Qualifications = qualifications,
        };
        db.Organisations.Add(made);
        made.Begin("made", taking.Caller.Actor, taking.Now);
        return (Added, null);
    }
}
