using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Desk.Preview;

/// <summary>The media types of pictures that the desk itself shows: no script can be in them.</summary>
internal static class PictureType
{
    private static readonly string[] All = ["image/jpeg", "image/png", "image/gif", "image/webp"];

    public static bool Has(string type) => All.Contains(type, StringComparer.Ordinal);

    /// <summary>The type of a file, by its name; <c>null</c> if the desk does not show it.</summary>
    public static string? Of(SourcePath path) =>
        path.Kind == SourceKind.Asset && AssetType.Of(path.Extension) is { } type && Has(type) ? type : null;
}
