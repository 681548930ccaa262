using System.Security.Cryptography;
using System.Text;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Accounts;

/// <summary>The code that this start created, if any.</summary>
public sealed class FirstCode
{
    public string? Printed { get; private set; }

    public static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()));

    /// <summary>Created at the first start only: a lost code protects nothing, because an empty store can be created anew.</summary>
    public async Task MakeIfFirst(FilingDb db, CancellationToken cancel)
    {
        if (await db.FirstCodes.AnyAsync(cancel) || await db.Users.AnyAsync(account => account.Role == Role.Admin, cancel))
        {
            return;
        }

        Printed = string.Join(
            '-',
            Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZ23456789", 5))
        );
        db.FirstCodes.Add(new FirstCodeRow { Hash = Hash(Printed) });
    }
}
