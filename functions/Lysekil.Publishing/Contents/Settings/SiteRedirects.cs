using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup.Links;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// Old addresses and where they lead, from the setting <c>redirects</c>: a mapping of paths to paths or to addresses of
/// other sites. A source that claims the old address has it.
/// </summary>
public sealed class SiteRedirects
{
    /// <summary>The limit: a change of the settings writes the page of each one again.</summary>
    public const int Most = 500;

    internal const string Setting = "redirects";

    private readonly FrozenDictionary<PageKey, Written> _byPage;
    private readonly IReadOnlyList<PageKey> _leftOut;
    private readonly bool _isUnread;

    /// <param name="byPage">The redirects.</param>
    /// <param name="leftOut">The pages at old addresses that stand in the file and lead nowhere.</param>
    /// <param name="isUnread">Whether the file has something else than redirects in their place.</param>
    private SiteRedirects(
        IReadOnlyDictionary<PageKey, Written> byPage, IReadOnlyList<PageKey> leftOut, bool isUnread) =>
        (_byPage, _leftOut, _isUnread) = (byPage.ToFrozenDictionary(), leftOut, isUnread);

    public static SiteRedirects None { get; } = new(new Dictionary<PageKey, Written>(), [], isUnread: false);

    /// <summary>The pages at the old addresses, in no particular order.</summary>
    public IReadOnlyList<PageKey> Pages => _byPage.Keys;

    /// <summary>The redirect at a page; <c>null</c> if there is none.</summary>
    public Redirect? Find(PageKey page) => _byPage.GetValueOrDefault(page)?.Redirect;

    /// <summary>
    /// These redirects, and for each old address that stands here and leads nowhere the redirect that an earlier
    /// version has for it; all of the earlier version if nothing here is a redirect.
    /// </summary>
    internal SiteRedirects OrElse(SiteRedirects earlier, Uri baseUrl)
    {
        if (_isUnread)
        {
            return earlier;
        }

        var (all, leftOut) = (_byPage.ToDictionary(), new List<PageKey>());
        foreach (var page in _leftOut)
        {
            if (earlier.Find(page) is { } redirect && all.Count < Most)
            {
                all[page] = new Written(redirect, 0, OwnPage(redirect.To, baseUrl));
            }

            // Beside the others of this version, an earlier redirect may lead in a circle.
            if (!all.ContainsKey(page) || LeadsBack(page, all))
            {
                all.Remove(page);
                leftOut.Add(page);
            }
        }

        return new SiteRedirects(all, leftOut, isUnread: false);
    }

    /// <summary>Reads the setting; a redirect that cannot be used is told of, and left out.</summary>
    internal static SiteRedirects Read(
        FrontMatter.Entry entry, SourcePath source, Uri baseUrl, List<Diagnostic> diagnostics)
    {
        if (entry.Items.Count > 0 || entry.HasValue)
        {
            diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                entry.Line,
                Setting,
                entry.Value,
                $"varje omdirigering på en egen rad under {Setting}:, som /gammal-sida/: /ny-sida/"));
        }

        var (read, leftOut) = (new Dictionary<PageKey, Written>(), new List<PageKey>());
        foreach (var nested in entry.Nested)
        {
            if (read.Count == Most)
            {
                diagnostics.Add(DiagnosticCatalog.RedirectsTooMany(nested.Line, Most));
                break;
            }

            if (ReadOne(nested, read, source, diagnostics) is var (page, redirect))
            {
                read.Add(page, new Written(redirect, nested.Line, OwnPage(redirect.To, baseUrl)));
            }
            else if (OldPage(nested) is { IsReserved: false } old)
            {
                leftOut.Add(old);
            }
        }

        foreach (var (page, circle) in read.Where(r => LeadsBack(r.Key, read)).ToList())
        {
            diagnostics.Add(DiagnosticCatalog.RedirectInCircle(circle.Line, circle.Redirect.From));
            read.Remove(page);
            leftOut.Add(page);
        }

        var isUnread = entry.Nested.Count == 0 && (entry.Items.Count > 0 || entry.HasValue);
        return new SiteRedirects(read, [.. leftOut.Distinct().Where(p => !read.ContainsKey(p))], isUnread);
    }

    private static (PageKey Page, Redirect Redirect)? ReadOne(
        FrontMatter.NestedValue nested,
        Dictionary<PageKey, Written> earlier,
        SourcePath source,
        List<Diagnostic> diagnostics)
    {
        var (from, to) = (nested.Name, nested.Value);
        if (OldPage(nested) is not { } page)
        {
            diagnostics.Add(DiagnosticCatalog.RedirectFromNoPage(nested.Line, nested.Path));
        }
        else if (page.IsReserved)
        {
            diagnostics.Add(DiagnosticCatalog.RedirectFromOwnPage(nested.Line, from));
        }
        else if (earlier.TryGetValue(page, out var other))
        {
            diagnostics.Add(DiagnosticCatalog.RedirectTwice(nested.Line, from, other.Line));
        }
        else if (LinkTarget.Read(to, source, isImage: false) is not { Url: var target } || !LeadsToPage(target))
        {
            diagnostics.Add(DiagnosticCatalog.RedirectToNoPage(nested.Line, from, to));
        }
        else
        {
            return (page, new Redirect(from, target));
        }

        return null;
    }

    private static PageKey? OldPage(FrontMatter.NestedValue nested) =>
        nested.Path == nested.Name ? PageKey.FromUrl(nested.Name) : null;

    private static bool LeadsToPage(string url) =>
        url.StartsWith('/')
        || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The page of this site at an address; <c>null</c> if it is of another site.</summary>
    private static PageKey? OwnPage(string url, Uri baseUrl) =>
        Uri.TryCreate(baseUrl, url, out var target) && target.Authority == baseUrl.Authority
            ? PageKey.FromUrl(target.AbsolutePath)
            : null;

    private static bool LeadsBack(PageKey page, Dictionary<PageKey, Written> all)
    {
        var at = all[page].Target;
        for (var steps = 0; at is not null && steps < all.Count; steps++)
        {
            if (at == page)
            {
                return true;
            }

            at = all.GetValueOrDefault(at)?.Target;
        }

        return false;
    }

    /// <param name="Redirect">The redirect.</param>
    /// <param name="Line">Its line.</param>
    /// <param name="Target">The page of this site to which it leads; <c>null</c> if it leads to another.</param>
    private sealed record Written(Redirect Redirect, int Line, PageKey? Target);
}

/// <summary>An old address and where it leads.</summary>
/// <param name="From">A path of the site, as it is written.</param>
/// <param name="To">A path of the site, or an absolute http or https URL.</param>
public sealed record Redirect(string From, string To);
