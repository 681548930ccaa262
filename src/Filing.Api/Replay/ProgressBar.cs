using System.Diagnostics;

namespace FilingApi.Replay;

/// <summary>Shows progress: a bar on a terminal, elsewhere one line per quarter.</summary>
public sealed class ProgressBar(TextWriter to, bool terminal, int total, string unit = "acts")
{
    private const int Width = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _drawnAt = -Pause;
    private int _quarters;

    public void Report(int done)
    {
        if (terminal)
        {
            Draw(done);
        }
        else
        {
            SayQuarter(done);
        }
    }

    private void Draw(int done)
    {
        if (done < total && _watch.Elapsed - _drawnAt < Pause)
        {
            return;
        }

        _drawnAt = _watch.Elapsed;
        var filled = (int)((long)Width * done / total);
        to.Write($"\r[{new string('█', filled)}{new string('·', Width - filled)}] {100L * done / total, 3} %  {done}/{total} {unit}");
        if (done == total)
        {
            to.WriteLine();
        }

        to.Flush();
    }

    private void SayQuarter(int done)
    {
        var quarters = (int)(4L * done / total);
        if (quarters == _quarters)
        {
            return;
        }

        _quarters = quarters;
        to.WriteLine($"{25 * quarters} %  {done}/{total} {unit}");
    }
}
