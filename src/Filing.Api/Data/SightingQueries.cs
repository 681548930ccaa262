using System.Text.Json;
using Contracts.Delivery;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

public static class SightingQueries
{
    private static readonly Func<object?, object?> Stored = new WireConverter<VerdictCode>().ConvertToProvider;

    /// <summary>The same judgement of all these sightings, where none of a higher revision is there.</summary>
    public static Task KeepJudgement(this FilingDb db, VerdictCode? code, int revision, IEnumerable<string> ids, CancellationToken cancel)
    {
        var unfold = db.Database.IsSqlServer() ? "OPENJSON" : "json_each";
        return db.RunPrepared(
            $"UPDATE {db.TableOf<SightingRow>()} SET Code = @p0, Revision = @p1 "
                + $"WHERE Revision < @p1 AND Id IN (SELECT CAST(value AS nvarchar({Lengths.Id})) FROM {unfold}(@p2))",
            [Stored(code), revision, JsonSerializer.Serialize(ids)],
            cancel
        );
    }
}
