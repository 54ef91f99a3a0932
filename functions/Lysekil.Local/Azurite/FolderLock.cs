namespace Lysekil.Local.Azurite;

/// <summary>Lets one process at a time work in a folder. The lock ends with its process, also a killed one.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<IDisposable> AcquireAsync(
        string folder, Action whenWaiting, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ".lock");
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (attempt == 0) { whenWaiting(); }
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
