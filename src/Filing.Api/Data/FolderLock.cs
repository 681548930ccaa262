using FilingApi.Settings;

namespace FilingApi.Data;

/// <summary>One embedded process per data folder: a second one would have a register of its own in memory.</summary>
public sealed class FolderLock(ServiceSettings settings) : IDisposable
{
    private FileStream? _lock;

    public void Take()
    {
        if (settings.Broker is not null)
        {
            return;
        }

        try
        {
            _lock = new FileStream(settings.File("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InvalidOperationException(
                $"Another process already serves the data folder {settings.DataFolder}. Stop it first, or set DATA_DIR to another folder."
            );
        }
    }

    public void Dispose() => _lock?.Dispose();
}
