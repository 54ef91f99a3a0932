using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Local.Import;

/// <summary>The names of imported files, without the characters that no asset's name may have.</summary>
internal static partial class AssetName
{
    /// <param name="path">The path of the file where it comes from.</param>
    public static string Of(string path) => "bilder/" + string.Join('/', path.Split('/').Select(Clean));

    /// <summary>The address of an imported file, from the site's root.</summary>
    public static string AddressOf(string name) => "/" + UrlPath.Escape(name);

    private static string Clean(string segment)
    {
        var clean = Unusable().Replace(segment, "-").Trim(' ', '.');
        return clean.Length == 0 ? "fil" : clean;
    }

    [GeneratedRegex(@"[\\?#%""<>|*:\p{C}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unusable();
}
