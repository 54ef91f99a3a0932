using System.Globalization;
using System.Text;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Simulation;

namespace Lysekil.Benchmarks.Soak;

/// <summary>What an editor does to one source.</summary>
/// <param name="At">When.</param>
/// <param name="Path">The source.</param>
/// <param name="Content">The new content; <c>null</c>: the source is deleted.</param>
internal sealed record Edit(DateTimeOffset At, string Path, byte[]? Content)
{
    /// <summary>
    /// So many sources take turns that a source is published before its next edit, in a clean run as in the other.
    /// </summary>
    public const int Sources = 400;

    /// <summary>Contents come again, so that the storage stops growing.</summary>
    private const int Versions = 3;

    /// <summary>The edit of a number: an article that is new, changed, gone or refused, or a picture.</summary>
    public static Edit Of(int number, DateTimeOffset at)
    {
        var (source, round) = (number % Sources, number / Sources);
        var version = round % Versions;
        var picture = string.Create(CultureInfo.InvariantCulture, $"bilder/bild-{source}.png");
        return (source % 10, round % 5) switch
        {
            (0, 4) => new(at, picture, null),
            (0, _) => new(at, picture, SamplePicture.Png(40 + version, 30, red: (byte)source)),
            (1, 2) => new(at, Articles.Path(source), Bytes("---\ndate: i går\n---\n# Trasig\n")),
            (2, 3) => new(at, Articles.Path(source), Bytes("---\ndraft: true\n---\n# Utkast\n")),
            (_, 4) => new(at, Articles.Path(source), null),
            _ => new(at, Articles.Path(source), Bytes(Articles.Text(source, version))),
        };

        static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Makes the edit, and sends its event.</summary>
    public void Make(SimulatedSite site)
    {
        if (Content is null)
        {
            site.Delete(Path);
        }
        else
        {
            site.Upload(Path, Content);
        }
    }
}
