namespace FilingApi.Features.Filings;

/// <summary>
/// Counts wrong check words: after five for a number within an hour even the right one waits, so that no word can be tried out.
/// </summary>
public sealed class WrongWords(TimeProvider clock)
{
    public const int Most = 5;
    private const int MostNumbers = 100_000;
    private static readonly TimeSpan Term = TimeSpan.FromHours(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Since, int Count)> _wrong = new(StringComparer.Ordinal);

    /// <summary>Null: too many wrong words lately. Looked up and counted in one step, so that words tried at once count too.</summary>
    public bool? Try(string number, bool isRight)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var (since, count) = _wrong.TryGetValue(number, out var known) && known.Since + Term > now ? known : (now, 0);
            if (count >= Most)
            {
                return null;
            }

            if (isRight)
            {
                return true;
            }

            if (_wrong.Count >= MostNumbers)
            {
                Forget(now);
            }

            _wrong[number] = (since, count + 1);
            return false;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (number, _) in _wrong.Where(pair => pair.Value.Since + Term <= now).ToList())
        {
            _wrong.Remove(number);
        }

        // Whoever makes up numbers to fill this gains nothing but a fresh start for all.
        if (_wrong.Count >= MostNumbers)
        {
            _wrong.Clear();
        }
    }
}
