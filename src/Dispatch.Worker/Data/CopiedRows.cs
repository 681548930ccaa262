namespace DispatchWorker.Data;

/// <summary>A copy of data that the other service owns.</summary>
public interface ICopiedRow
{
    int Version { get; }
}

public static class CopiedRows
{
    /// <summary>Keeps the highest version of each key, whatever the order of arrival.</summary>
    public static async Task KeepNewest<TRow>(this DispatchDb db, IEnumerable<TRow> rows, CancellationToken cancel)
        where TRow : class, ICopiedRow
    {
        var key = db.Model.FindEntityType(typeof(TRow))!.FindPrimaryKey()!.Properties;
        foreach (var row in rows)
        {
            if (await db.FindAsync<TRow>([.. key.Select(property => property.GetGetter().GetClrValue(row))], cancel) is not { } known)
            {
                db.Add(row);
            }
            else if (known.Version < row.Version)
            {
                db.Entry(known).CurrentValues.SetValues(row);
            }
        }
    }
}
