using System.Diagnostics.CodeAnalysis;

namespace Lysekil.Local.Storage;

/// <summary>
/// Lets one runner at a time work on a local storage: two would write over each other's data, and the folder of one
/// would delete what that of the other has uploaded. It ends with its process, also a killed one.
/// </summary>
internal sealed class RunnerLock : IDisposable
{
    private readonly List<FileStream> _held = [];

    private RunnerLock()
    {
    }

    /// <summary>Takes the folder of the data and the ports of the emulator.</summary>
    /// <exception cref="RunnerException">Another runner has one of them.</exception>
    public static RunnerLock Take(string data, EmulatorPorts ports)
    {
        var taken = new RunnerLock();
        try
        {
            Directory.CreateDirectory(data);
            taken.Hold(Path.Combine(data, "runner.lock"), ports, $"on the data in {data}");
            var name = FormattableString.Invariant($"lysekil-{Environment.UserName}-{ports.Blob}.lock");
            taken.Hold(Path.Combine(Path.GetTempPath(), name), ports, $"on the local storage at {ports}");
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public void Dispose() => _held.ForEach(file => file.Dispose());

    [SuppressMessage("Reliability", "CA2000", Justification = "Dispose ends what is held.")]
    private void Hold(string path, EmulatorPorts ports, string what)
    {
        try
        {
            _held.Add(new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new RunnerException(
                $"Another runner works {what}.",
                "Stop it with Ctrl+C in its terminal, or give this one data and ports of its own: "
                    + FormattableString.Invariant($"--data DIR --azurite-port {ports.Blob + 1000} --port N"));
        }
    }
}
