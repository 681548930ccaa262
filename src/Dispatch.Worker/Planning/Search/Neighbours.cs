namespace DispatchWorker.Planning.Search;

/// <summary>The nearest jobs of every job, by the shorter of the two directions.</summary>
internal static class Neighbours
{
    private const int Most = 100;

    /// <param name="distance">[from node][to node]; jobs come first.</param>
    /// <param name="jobs">How many of the nodes are jobs.</param>
    /// <param name="cancel">Looked at once a job.</param>
    /// <returns>[job]: other jobs, nearest first.</returns>
    public static int[][] Of(int[][] distance, int jobs, CancellationToken cancel)
    {
        var near = new int[jobs][];
        var two = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancel };
        Parallel.For(0, jobs, two, job => near[job] = Of(distance, jobs, job));
        return near;
    }

    private static int[] Of(int[][] distance, int jobs, int job)
    {
        var keys = new int[jobs];
        var others = new int[jobs];
        for (var other = 0; other < jobs; other++)
        {
            keys[other] = other == job ? int.MaxValue : Math.Min(distance[job][other], distance[other][job]);
            others[other] = other;
        }

        var count = Math.Min(Most, jobs - 1);
        var large = jobs > 4 * Most;
        if (large)
        {
            Select(keys, others, count);
        }

        Array.Sort(keys, others, 0, large ? count : jobs);
        return others[..count];
    }

    /// <summary>Brings the <paramref name="count"/> smallest keys to the front, unsorted.</summary>
    private static void Select(int[] keys, int[] items, int count)
    {
        var low = 0;
        var high = keys.Length - 1;
        while (low < high)
        {
            var pivot = keys[(low + high) >>> 1];
            var left = low;
            var right = high;
            while (left <= right)
            {
                while (keys[left] < pivot)
                {
                    left++;
                }

                while (keys[right] > pivot)
                {
                    right--;
                }

                if (left > right)
                {
                    break;
                }

                (keys[left], keys[right]) = (keys[right], keys[left]);
                (items[left], items[right]) = (items[right], items[left]);
                left++;
                right--;
            }

            if (count <= right)
            {
                high = right;
            }
            else if (count >= left)
            {
                low = left;
            }
            else
            {
                return;
            }
        }
    }
}
