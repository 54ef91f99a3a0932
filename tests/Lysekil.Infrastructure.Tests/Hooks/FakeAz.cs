namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>
/// An <c>az</c> that writes down what it is asked and answers from files: the number of refusals that are left in
/// <c>refusals</c>, the names of the blobs that there are in <c>blobs</c>. What is uploaded is kept in <c>uploaded</c>.
/// </summary>
internal sealed class FakeAz : IDisposable
{
    private const string Script =
        """
        #!/usr/bin/env bash
        here="$(dirname "$0")"
        echo "$*" >> "$here/calls"
        case "$*" in
          *upload-batch*)
            while [ "$1" != --source ]; do shift; done
            cp -R "$2" "$here/uploaded" ;;
          "storage blob list"*)
            left="$(cat "$here/refusals")"
            if [ "$left" -gt 0 ]; then echo $((left - 1)) > "$here/refusals"; exit 1; fi
            cat "$here/blobs" ;;
        esac
        """;

    private FakeAz(string folder) => Folder = folder;

    public string Folder { get; }

    public string Uploaded => Path.Combine(Folder, "uploaded");

    public IReadOnlyList<string> Calls => File.ReadAllLines(Path.Combine(Folder, "calls"));

    /// <param name="blobs">The names that it lists.</param>
    /// <param name="refusals">How often it refuses to list first.</param>
    public static FakeAz With(string blobs = "", int refusals = 0)
    {
        var az = new FakeAz(Directory.CreateTempSubdirectory("lysekil-az-").FullName);
        var script = Path.Combine(az.Folder, "az");
        File.WriteAllText(script, Script.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.WriteAllText(Path.Combine(az.Folder, "blobs"), blobs);
        File.WriteAllText(Path.Combine(az.Folder, "refusals"), $"{refusals}\n");
        return az;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
