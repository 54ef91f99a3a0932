using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Oracle;

/// <summary>Checks what the records of texts say of their links against the pages that the index holds.</summary>
internal sealed class LinkCheck(SimulatedTable table)
{
    private readonly SiteIndex _index = new(table);

    /// <exception cref="DivergenceException">
    /// A link leads somewhere and is told not to, or the reverse; or the rows of links, or of what is scheduled, do not
    /// match the records.
    /// </exception>
    public void Check()
    {
        var texts = Texts();
        foreach (var text in texts)
        {
            if (text.Links.FirstOrDefault(l => l != AsItIs(l, texts)) is { } wrong)
            {
                throw new DivergenceException($"{text.Path} has {wrong}, and should have {AsItIs(wrong, texts)}");
            }
        }

        CheckScheduled(texts);
        CheckRows([.. texts.SelectMany(t => t.Links.Select(l => (l.Page, t.Path))).Distinct()]);
    }

    /// <summary>
    /// True if the text that is live at a page has a link to a page that is not there, and says so. If its newest
    /// version is refused, its editor is told of that version, and of its links once it is mended.
    /// </summary>
    public bool IsTold(string page, string missing) => Texts().Exists(t =>
        t.Live?.Page.Value == page
        && (t.State == SourceState.Refused
            || t.Links.Any(l => l.Page.Value == missing && l.State is LinkState.NoPage or LinkState.Scheduled)));

    private List<SourceRecord> Texts() =>
    [
        .. table.Rows.Where(r => r.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal))
            .Select(r => Finished(_index.FindSourceAsync(new SourcePath(r.Columns["path"]), default))!.Value),
    ];

    private LinkedPage AsItIs(LinkedPage link, List<SourceRecord> texts)
    {
        var claims = Finished(_index.ClaimsOnAsync(link.Page, default))
            .Where(c => c.Kind != ClaimKind.Waiting)
            .ToList();
        if (claims.Where(c => c.Kind == ClaimKind.Live).Select(c => c.Path).Min() is not { } live)
        {
            return claims.Count > 0
                ? link with { State = LinkState.Found, Opens = null }
                : link.NotThere(texts.Where(t => t.ScheduledPage == link.Page).Min(t => t.ScheduledFor));
        }

        var anchors = Finished(_index.FindSourceAsync(live, default))!.Value.Anchors;
        var isThere = link.Fragment.Length == 0 || anchors.Contains(link.Fragment);
        return link with { State = isThere ? LinkState.Found : LinkState.NoAnchor, Opens = null };
    }

    private void CheckScheduled(List<SourceRecord> texts)
    {
        var scheduled = texts.Where(t => t.ScheduledPage is not null).ToLookup(t => t.ScheduledPage!);
        foreach (var page in scheduled)
        {
            var should = page.Select(t => KeyValuePair.Create(t.Path, t.ScheduledFor!.Value)).OrderBy(s => s.Key);
            var noted = Finished(_index.UrlOwnershipAsync(page.Key, default)).Scheduled.OrderBy(s => s.Key);
            if (!should.SequenceEqual(noted))
            {
                throw new DivergenceException(
                    $"at {page.Key} is scheduled {string.Join(", ", noted)}, not {string.Join(", ", should)}");
            }
        }

        CheckNoOthersHave("scheduled", scheduled.Select(s => s.Key));
    }

    private void CheckRows(List<(PageKey Page, SourcePath Text)> links)
    {
        var should = links.Select(l => IndexKeys.Link(l.Page, l.Text)).Order(StringComparer.Ordinal);
        var rows = table.Rows.Select(r => r.Key).Where(k => k.StartsWith(IndexKeys.Links, StringComparison.Ordinal));
        if (should.Except(rows).Concat(rows.Except(should)).FirstOrDefault() is { } odd)
        {
            throw new DivergenceException($"the row {odd} does not match the links of the texts");
        }

        foreach (var page in links.GroupBy(l => l.Page))
        {
            if (Finished(_index.UrlOwnershipAsync(page.Key, default)).Linking is var counted
                && counted != page.Count())
            {
                throw new DivergenceException($"{counted} texts are counted to link to {page.Key}, not {page.Count()}");
            }
        }

        CheckNoOthersHave("linking", links.Select(l => l.Page));
    }

    private void CheckNoOthersHave(string column, IEnumerable<PageKey> pages)
    {
        var keys = pages.Select(IndexKeys.UrlOwnership).ToHashSet(StringComparer.Ordinal);
        if (table.Rows.FirstOrDefault(r =>
            r.Key.StartsWith(IndexKeys.UrlOwnerships, StringComparison.Ordinal)
            && r.Columns.ContainsKey(column)
            && !keys.Contains(r.Key)) is { } left)
        {
            throw new DivergenceException($"{left.Key} has the column {column}, and no text gives a reason");
        }
    }

    /// <summary>The task is complete already, since simulated storage answers synchronously.</summary>
    private static T Finished<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
