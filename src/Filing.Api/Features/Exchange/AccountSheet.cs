using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Accounts;
using FilingApi.Register;
using FilingApi.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Exchange;

/// <summary>Accounts are made by a list, never changed by one; passwords go in and never come out.</summary>
public sealed class AccountSheet()
    : Sheet(
        "accounts",
        typeof(CreateAccount.Request),
        [
            new("account", "账号", "/account"),
            new("role", "角色", "/role"),
            new("organisation", "单位", "/organisation"),
            new("towns", "属地", "/towns", Cell.List),
            new("departments", "部门", "/departments", Cell.List),
            new("password", "初始密码", "/password"),
        ]
    )
{
    /// <summary>Passwords are slow on purpose.</summary>
    public override int MostRows => 500;

    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> Read(FilingDb db, CancellationToken cancel) =>
        [
            .. (await db.Users.AsNoTracking().Where(row => row.ClosedAt == null).OrderBy(row => row.UserName).ToListAsync(cancel)).Select(
                row =>
                    new object?[]
                    {
                        row.UserName,
                        row.Role.Wire(),
                        row.Organisation,
                        string.Join(';', row.Towns),
                        string.Join(';', row.Departments),
                        null,
                    }
            ),
        ];

    public override string KeyOf(object request) => ((CreateAccount.Request)request).Account;

    public override object? Prepare(IReadOnlyList<GoodRow> rows, IServiceProvider services)
    {
        var (roster, hasher, names, settings) = (
            services.GetRequiredService<RosterIndex>().Now,
            services.GetRequiredService<IPasswordHasher<Account>>(),
            services.GetRequiredService<ILookupNormalizer>(),
            services.GetRequiredService<ServiceSettings>()
        );
        return rows.ToDictionary(
            row => row.Row,
            row => CreateAccount.Make((CreateAccount.Request)row.Request, roster, hasher, names, settings.Demo)
        );
    }

    public override async Task<IReadOnlyList<RowResult>> Take(
        Taking taking,
        IReadOnlyList<GoodRow> rows,
        object? prepared,
        CancellationToken cancel
    )
    {
        var made = (Dictionary<int, Account>)prepared!;
        var byRequest = rows.ToDictionary(row => row.Request, row => made[row.Row], ReferenceEqualityComparer.Instance);
        return await OneByOne(rows, taking.Caller, request => Put(taking, (CreateAccount.Request)request, byRequest[request], cancel));
    }

    private static async Task<(string, Refusal?)> Put(
        Taking taking,
        CreateAccount.Request request,
        Account account,
        CancellationToken cancel
    )
    {
        if (!account.IsDemo && !CreateAccount.Rules.IsStrong(request.Password))
        {
            return (Refused, Refusals.WeakPassword.At("/password"));
        }

        if (await taking.Db.AddAccount(taking.Caller, account, taking.Now, cancel) is { } refusal)
        {
            return (Refused, refusal);
        }

        // The next row with the same name has to see it.
        await taking.Db.SaveChangesAsync(cancel);
        return (Added, null);
    }
}
