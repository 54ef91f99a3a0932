using System.Text.Json;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>A file of the site's own that a text shows or links to.</summary>
/// <param name="Path">Which file.</param>
/// <param name="IsThere">Whether it is live.</param>
/// <param name="Picture">What it is, where it is a picture that is live.</param>
public sealed record UsedAsset(SourcePath Path, bool IsThere, Picture? Picture)
{
    /// <summary>Characters that <see cref="Write"/> adds to a path at most, and quotes around it.</summary>
    private const int WrittenWithPath = 110;

    /// <summary>Of a text's files, so many are kept in step; no gallery should be larger.</summary>
    private const int Most = 60;

    /// <summary>A column holds twice as much: what is owed to a change names the files of both versions.</summary>
    private const int MostCharacters = 14_000;

    /// <summary>Those of a text's files that are kept in step: the first, as far as there is room for them in the archive.</summary>
    public static IEnumerable<SourcePath> Kept(IEnumerable<SourcePath> used)
    {
        var characters = 0;
        return used.Take(Most).TakeWhile(p => (characters += JsonEncodedText.Encode(p.Value).EncodedUtf8Bytes.Length + WrittenWithPath) <= MostCharacters);
    }

    /// <summary>The path last: it may hold spaces.</summary>
    internal string Write() => $"{(Picture is { } picture ? picture.Write() : IsThere ? "there" : "missing")}\n{Path.Value}";

    internal static UsedAsset Read(string text)
    {
        var at = text.IndexOf('\n', StringComparison.Ordinal);
        return new UsedAsset(new SourcePath(text[(at + 1)..]), text[..at] != "missing", Picture.Read(text[..at]));
    }
}
