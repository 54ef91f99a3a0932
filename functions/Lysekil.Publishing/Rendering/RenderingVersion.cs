using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Rendering.Search;
using Lysekil.Publishing.Rendering.Sharing;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering;

/// <summary>
/// The version of all that pages are rendered by. Two engines of one version render the same pages from the same index.
/// </summary>
public static class RenderingVersion
{
    /// <summary>
    /// Changes with the built-in theme, the scripts and the words of the languages. Its number is raised when
    /// anything else is rendered differently.
    /// </summary>
    public static string Current { get; } = string.Join(
        '-',
        "11",
        Theme.BuiltInHash.Value[..16],
        SearchScript.Hash.Value[..16],
        ShareScript.Hash.Value[..16],
        Locale.Hash.Value[..16]);
}
