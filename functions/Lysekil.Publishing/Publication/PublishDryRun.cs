using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>Validates a set of files as publishing them to an empty site would, and publishes none of them.</summary>
public static class PublishDryRun
{
    /// <summary>A file to validate.</summary>
    /// <param name="Path">The name that its blob would have.</param>
    /// <param name="Created">The date of an article that states none.</param>
    /// <param name="Open">Opens its content; called once.</param>
    public sealed record SourceFile(SourcePath Path, DateTimeOffset Created, Func<Stream> Open);

    /// <param name="files">The files.</param>
    /// <param name="now">The current time.</param>
    /// <param name="trial">Decodes each picture first; <c>null</c>: no trial is held.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>One outcome a file, in the order of their paths.</returns>
    public static async Task<IReadOnlyList<PublishOutcome>> RunAsync(
        IEnumerable<SourceFile> files, DateTimeOffset now, IPictureTrial? trial, CancellationToken cancellation)
    {
        var settings = SiteSettings.Default;
        var owners = new Dictionary<PageKey, SourcePath>();
        var outcomes = new List<PublishOutcome>();
        var pages = new Dictionary<PageKey, EquatableList<string>?>();
        var opening = new Dictionary<PageKey, DateTimeOffset>();
        var linking = new List<(int Outcome, SourceRecord Record, SiteLinks Links)>();
        var all = files.Where(f => f.Path.Kind != SourceKind.Ignored).ToList();
        var assets = new HashSet<SourcePath>();
        foreach (var file in all.OrderBy(f => Turn(f.Path.Kind)).ThenBy(f => f.Path))
        {
            await using var content = file.Open();
            var version = new BlobProperties(
                file.Path.Value, new ETag(""), file.Created, file.Created, content.Length, new BlobHeaders(""));
            var validation = await SourceValidator.ValidateAsync(
                file.Path, version, content, settings.Region, trial, cancellation);
            if (validation is ValidationResult.SiteFile { Bytes: var bytes } && file.Path.Kind == SourceKind.Settings)
            {
                settings = SiteSettings.Read(bytes.Span).Settings!;
            }

            var wanted = (validation as ValidationResult.Text)?.Manuscript.Page;
            var owner = wanted is null ? null : owners.GetValueOrDefault(wanted);
            var record = SourceRecordFactory.Create(
                null, SourceVersion.Of(version), validation, owner, settings.Region, now);
            if (record.Live is { ContentType: null } live)
            {
                owners[live.Page] = file.Path;
                pages[live.Page] = record.Anchors;
                foreach (var redirect in record.Redirects)
                {
                    pages.TryAdd(redirect, null);
                }

                if (SiteLinks.Of(validation, settings.BaseUrl) is { } links)
                {
                    linking.Add((outcomes.Count, record, links));
                }
            }
            else if (record.Live is not null)
            {
                assets.Add(file.Path);
            }

            if (record is { ScheduledPage: { } scheduled, ScheduledFor: { } date }
                && !(opening.TryGetValue(scheduled, out var earlier) && earlier <= date))
            {
                opening[scheduled] = date;
            }

            var used = record.Live is null ? null : (validation as ValidationResult.Text)?.Manuscript.Files;
            var missing = UsedAsset.Kept(used ?? [])
                .Where(a => !assets.Contains(a) && !(a.Fallback is { } other && assets.Contains(other)))
                .Select(a => DiagnosticCatalog.AssetMissing(a.Value))
                .Take(PublishDecider.MostMissing);
            outcomes.Add(new PublishOutcome(
                file.Path,
                Change(record.State),
                record.Live?.Page,
                file.Created,
                [.. record.Diagnostics, .. missing]));
        }

        foreach (var (at, record, links) in linking)
        {
            var linked = links.Kept(record.Live!.Page).Select(l => AsItIs(l, pages, opening, settings.Redirects));
            var told = links.Diagnostics(record with { Links = [.. linked] });
            outcomes[at] = outcomes[at] with { Diagnostics = [.. outcomes[at].Diagnostics, .. told] };
        }

        return [.. outcomes.OrderBy(o => o.Path)];
    }

    /// <param name="link">The link.</param>
    /// <param name="pages">The names of the parts of each page; <c>null</c> for one that redirects.</param>
    /// <param name="opening">The pages at which articles are scheduled, and when the first one is.</param>
    /// <param name="redirects">The redirects of the site's settings.</param>
    private static LinkedPage AsItIs(
        LinkedPage link,
        Dictionary<PageKey, EquatableList<string>?> pages,
        Dictionary<PageKey, DateTimeOffset> opening,
        SiteRedirects redirects)
    {
        if (pages.TryGetValue(link.Page, out var anchors))
        {
            return anchors is null ? link : link with { State = PageAnchors.StateOf(anchors, link.Fragment) };
        }

        return redirects.Find(link.Page) is not null
            ? link with { State = LinkState.Redirected }
            : link.NotThere(opening.TryGetValue(link.Page, out var opens) ? opens : null);
    }

    /// <summary>Settings decide how texts are read, and a text is told of the assets that it misses.</summary>
    private static int Turn(SourceKind kind) => kind switch
    {
        SourceKind.Settings => 0,
        SourceKind.Asset => 1,
        _ => 2,
    };

    private static PublishChange Change(SourceState state) => state switch
    {
        SourceState.Published => PublishChange.Published,
        SourceState.Draft => PublishChange.Draft,
        SourceState.Scheduled => PublishChange.Scheduled,
        _ => PublishChange.Refused,
    };
}
