using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
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
        var zone = SiteSettings.Default.TimeZone;
        var owners = new Dictionary<PageKey, SourcePath>();
        var outcomes = new List<PublishOutcome>();
        var all = files.Where(f => f.Path.Kind != SourceKind.Ignored).ToList();
        var assets = new HashSet<SourcePath>();
        foreach (var file in all.OrderBy(f => Turn(f.Path.Kind)).ThenBy(f => f.Path))
        {
            await using var content = file.Open();
            var version = new BlobProperties(
                file.Path.Value, new ETag(""), file.Created, file.Created, content.Length, new BlobHeaders(""));
            var validation =
                await SourceValidator.ValidateAsync(file.Path, version, content, zone, trial, cancellation);
            if (validation is ValidationResult.SiteFile { Bytes: var bytes } && file.Path.Kind == SourceKind.Settings)
            {
                zone = SiteSettings.Read(bytes.Span).Settings!.TimeZone;
            }

            var wanted = (validation as ValidationResult.Text)?.Manuscript.Page;
            var owner = wanted is null ? null : owners.GetValueOrDefault(wanted);
            var record = SourceRecordFactory.Create(null, SourceVersion.Of(version), validation, owner, zone, now);
            if (record.Live is { ContentType: null } live)
            {
                owners[live.Page] = file.Path;
            }
            else if (record.Live is not null)
            {
                assets.Add(file.Path);
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

        return [.. outcomes.OrderBy(o => o.Path)];
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
