using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>What is the same for all pages of a site.</summary>
/// <param name="Settings">What <c>site.yaml</c> says.</param>
/// <param name="Theme">What pages are made with.</param>
/// <param name="IsBuilt">Whether all pages have been made with this engine, or are being made.</param>
public sealed record Site(SiteSettings Settings, Theme Theme, bool IsBuilt);
