using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>What all pages of a site share.</summary>
/// <param name="Settings">The settings, from <c>site.yaml</c>.</param>
/// <param name="Theme">The templates and the style sheet.</param>
/// <param name="IsBuilt">
/// Whether all pages have been rendered by this version of the engine, or are being rendered.
/// </param>
public sealed record Site(SiteSettings Settings, Theme Theme, bool IsBuilt)
{
    /// <summary>
    /// Whether some listing is divided, or was. As long as none was, nothing has to be asked of any.
    /// </summary>
    public bool HasDivided { get; init; }
}
