namespace Lysekil.Publishing.Contents.Markup.Links;

/// <summary>A link of a text that may lead to another page of the site.</summary>
/// <param name="Url">A path of the site, or an absolute URL, which may be the site's own.</param>
/// <param name="Line">The line in the file.</param>
public sealed record TextLink(string Url, int Line)
{
    /// <summary>Whether the URL is absolute: whether it is of the site depends on the site's settings.</summary>
    public bool IsAbsolute => Url[0] != '/';

    /// <summary>Whether a resolved address is one of a page, and not of a part of the text or of a mailbox.</summary>
    internal static bool MayLeadToPage(string url) =>
        url[0] == '/' || url.StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
