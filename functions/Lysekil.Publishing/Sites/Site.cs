namespace Lysekil.Publishing.Sites;

/// <summary>What is the same for all pages of a site.</summary>
public sealed record Site(SiteSettings Settings, Theme Theme);
