namespace DispatchWorker.Planning.Search;

/// <summary>Square tables, [from][to].</summary>
internal static class Tables
{
    public static double Largest(double[][] table, CancellationToken cancel) =>
        table.Max(row =>
        {
            cancel.ThrowIfCancellationRequested();
            return row.Length == 0 ? 0 : row.Max();
        });

    /// <summary>A table by place turned into one by node, in whole numbers.</summary>
    /// <param name="places">The place of each node.</param>
    /// <param name="values">[from place][to place].</param>
    /// <param name="convert">To whole numbers.</param>
    /// <param name="cancel">Looked at once a row.</param>
    public static int[][] ByNode(int[] places, double[][] values, Func<double, int> convert, CancellationToken cancel)
    {
        var byPlace = Rows(values.Length, from => Array.ConvertAll(values[from], value => convert(value)), cancel);
        return Rows(
            places.Length,
            from =>
            {
                var source = byPlace[places[from]];
                var row = new int[places.Length];
                for (var to = 0; to < row.Length; to++)
                {
                    row[to] = source[places[to]];
                }

                return row;
            },
            cancel
        );
    }

    public static int[][] Transpose(int[][] table, CancellationToken cancel) =>
        Rows(
            table.Length,
            to =>
            {
                var row = new int[table.Length];
                for (var from = 0; from < row.Length; from++)
                {
                    row[from] = table[from][to];
                }

                return row;
            },
            cancel
        );

    /// <summary>A table made row by row, so that it can be given up in between.</summary>
    public static T[][] Rows<T>(int count, Func<int, T[]> row, CancellationToken cancel)
    {
        var rows = new T[count][];
        for (var from = 0; from < count; from++)
        {
            cancel.ThrowIfCancellationRequested();
            rows[from] = row(from);
        }

        return rows;
    }
}
