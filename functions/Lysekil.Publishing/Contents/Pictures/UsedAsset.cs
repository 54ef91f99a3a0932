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

    /// <summary>The most of a text's files that are kept in step; no gallery should be larger.</summary>
    private const int Most = 60;

    /// <summary>Half of what a column of the index holds: an outbox entry names the files of two versions.</summary>
    private const int MostCharacters = 14_000;

    /// <summary>
    /// Those of a text's files that are kept in step: the first ones, as far as the index has room for them.
    /// </summary>
    public static IEnumerable<SourcePath> Kept(IEnumerable<SourcePath> used)
    {
        var characters = 0;
        return used.Take(Most).TakeWhile(p => (characters += LengthOf(p)) <= MostCharacters);

        static int LengthOf(SourcePath path) =>
            JsonEncodedText.Encode(path.Value).EncodedUtf8Bytes.Length + WrittenWithPath;
    }

    /// <summary>Writes the path last, since it may contain spaces.</summary>
    internal string Write() =>
        $"{(Picture is { } picture ? picture.Write() : IsThere ? "there" : "missing")}\n{Path.Value}";

    internal static UsedAsset Read(string text)
    {
        var at = text.IndexOf('\n', StringComparison.Ordinal);
        return new UsedAsset(new SourcePath(text[(at + 1)..]), text[..at] != "missing", Picture.Read(text[..at]));
    }
}
