using Lysekil.Publishing.Contents.Addresses;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>
/// A film on a known service, to which a paragraph links without any other text. The page shows a link: a visitor's
/// browser fetches nothing from the service before the visitor follows it.
/// </summary>
/// <param name="Link">The bare address, or the link with the film's name.</param>
/// <param name="Url">The film's address.</param>
/// <param name="Service">The service's name.</param>
internal sealed record Film(Inline Link, string Url, string Service)
{
    /// <summary>Whether the editor gave the film a name.</summary>
    public bool IsNamed => Link is LinkInline { IsAutoLink: false, FirstChild: not null };

    /// <summary>
    /// The films of a paragraph of films alone; empty for any other paragraph, and in a list or a table.
    /// </summary>
    public static IReadOnlyList<Film> In(ParagraphBlock paragraph)
    {
        var films = new List<Film>();
        foreach (var inline in paragraph is { Parent: MarkdownDocument, Inline: { } inlines } ? inlines : [])
        {
            if (inline is not LineBreakInline)
            {
                if (Of(inline) is not { } film)
                {
                    return [];
                }

                films.Add(film);
            }
        }

        return films;
    }

    private static Film? Of(Inline inline)
    {
        var address = inline switch
        {
            LinkInline { IsImage: false, Url: { } url } => url,
            AutolinkInline { IsEmail: false } link => link.Url,
            _ => null,
        };
        return address is not null
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http"
            && FilmAddress.ServiceAt(uri) is { } service
            ? new Film(inline, address, service)
            : null;
    }
}
