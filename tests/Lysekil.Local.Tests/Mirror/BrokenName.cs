using System.Diagnostics;

namespace Lysekil.Local.Tests.Mirror;

/// <summary>
/// A file whose path is no UTF-8, as a disk or an archive of an older system brings it. The runtime has no way to write or
/// delete it; the shell has.
/// </summary>
internal sealed class BrokenName : IDisposable
{
    private readonly string[] _path;

    /// <param name="folder">Where it lies.</param>
    /// <param name="path">Below the folder, with a byte as <c>printf</c> escapes it: <c>\377</c>.</param>
    public BrokenName(string folder, string path)
    {
        _path = [folder, path];
        Run("""p="$1/$(printf "$2")"; mkdir -p "$(dirname "$p")"; printf '# Rubrik\n\nText.\n' > "$p" """);
    }

    public void Dispose() => Run("""rm -rf "$1/$(printf "$2" | cut -d / -f 1)" """);

    private void Run(string script)
    {
        using var shell = Process.Start("sh", ["-c", script, "sh", .. _path]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
