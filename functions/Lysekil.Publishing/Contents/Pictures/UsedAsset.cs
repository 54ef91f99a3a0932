using System.Text.Json;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>One of the site's own files that a text shows or links to.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsThere">Whether it is live.</param>
/// <param name="Picture">What is known of it, if it is a picture that is live.</param>
public sealed record UsedAsset(SourcePath Path, bool IsThere, Picture? Picture)
{
    /// <summary>The most characters that <see cref="Write"/> adds to a path, with quotes around it.</summary>
    private const int WrittenWithPath = 110;

    /// <summary>The most characters that it adds to the path of a fallback.</summary>
    private const int WrittenWithFallback = 12;

    /// <summary>The most of a text's files that are kept in step; no gallery should be larger.</summary>
    private const int Most = 60;

    /// <summary>Half of what a column of the index holds: an outbox entry names the files of two versions.</summary>
    private const int MostCharacters = 14_000;

    /// <summary>
    /// What is known of the file that is meant as long as this one is missing (<see cref="SourcePath.Fallback"/>);
    /// <c>null</c> if this one is live, or no other is meant.
    /// </summary>
    public UsedAsset? Fallback { get; init; }

    /// <summary>The file that readers get: the fallback if only that is live.</summary>
    public UsedAsset Shown => Fallback is { IsThere: true } fallback ? fallback : this;

    /// <summary>The file; not all members, of which <see cref="Shown"/> may be this one again.</summary>
    public override string ToString() => IsThere ? Path.Value : $"{Path.Value} (missing)";

    /// <summary>The files on which this depends.</summary>
    public IEnumerable<SourcePath> Paths => Fallback is null ? [Path] : [Path, Fallback.Path];

    /// <summary>
    /// Those of a text's files that are kept in step: the first ones, as far as the index has room for them.
    /// </summary>
    public static IEnumerable<SourcePath> Kept(IEnumerable<SourcePath> used)
    {
        var characters = 0;
        return used.Take(Most).TakeWhile(p => (characters += LengthOf(p)) <= MostCharacters);

        static int LengthOf(SourcePath path) =>
            Encoded(path) + WrittenWithPath + (path.Fallback is { } other ? Encoded(other) + WrittenWithFallback : 0);

        static int Encoded(SourcePath path) => JsonEncodedText.Encode(path.Value).EncodedUtf8Bytes.Length;
    }

    /// <summary>Writes the path on a line of its own, since it may contain spaces, and the fallback below it.</summary>
    internal string Write() =>
        $"{(Picture is { } picture ? picture.Write() : IsThere ? "there" : "missing")}\n{Path.Value}"
            + (Fallback is null ? "" : "\n" + Fallback.Write());

    internal static UsedAsset Read(string text)
    {
        var lines = text.Split('\n', 3);
        return new UsedAsset(new SourcePath(lines[1]), lines[0] != "missing", Picture.Read(lines[0]))
        {
            Fallback = lines.Length > 2 ? Read(lines[2]) : null,
        };
    }
}
