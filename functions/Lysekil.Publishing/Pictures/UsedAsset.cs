using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Pictures;

/// <summary>A file of the site's own that a text shows or links to.</summary>
/// <param name="Path">Which file.</param>
/// <param name="IsThere">Whether it is live.</param>
/// <param name="Picture">What it is, where it is a picture that is live.</param>
public sealed record UsedAsset(SourcePath Path, bool IsThere, Picture? Picture)
{
    /// <summary>The path last: it may hold spaces.</summary>
    internal string Write() => $"{(Picture is { } picture ? picture.Write() : IsThere ? "there" : "missing")}\n{Path.Value}";

    internal static UsedAsset Read(string text)
    {
        var at = text.IndexOf('\n', StringComparison.Ordinal);
        return new UsedAsset(new SourcePath(text[(at + 1)..]), text[..at] != "missing", Picture.Read(text[..at]));
    }
}
