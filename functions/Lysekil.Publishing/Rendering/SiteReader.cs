using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering;

/// <summary>
/// Reads the site's settings and theme. Each read queries the index, in one call; the files that it names are read and
/// compiled once. Thread-safe.
/// </summary>
public sealed class SiteReader(SiteIndex index, AcceptedSources accepted)
{
    private volatile Reading? _last;

    private sealed record Reading(IReadOnlyDictionary<string, ContentHash> Files, Site Site);

    public async Task<Site> ReadAsync(CancellationToken cancellation)
    {
        var rows = await index.SiteAsync(cancellation);
        var isBuilt = rows.BuiltVersion == RenderingVersion.Current || rows.IsRebuilding;
        var files = rows.Files;
        if (_last is { } last && IsSame(last.Files, files))
        {
            return last.Site with { IsBuilt = isBuilt };
        }

        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, hash) in files)
        {
            contents[name] = await accepted.ReadAsync(hash, cancellation);
        }

        var settings = (contents.Remove("site.yaml", out var yaml) ? SiteSettings.Read(yaml).Settings : null)
            ?? SiteSettings.Default;
        var replacements = contents.ToDictionary(
            c => c.Key, c => SourceText.Decode(c.Value).Text ?? "", StringComparer.Ordinal);
        var site = new Site(settings, new Theme(replacements, SiteStyle.Of(settings), settings.Locale), isBuilt);
        _last = new Reading(files, site);
        return site;
    }

    /// <summary>
    /// The settings as last read; no call, unless nothing was read yet. The caller reads them again before anything
    /// depends on them.
    /// </summary>
    public async Task<SiteSettings> LastKnownSettingsAsync(CancellationToken cancellation) =>
        _last?.Site.Settings ?? (await ReadAsync(cancellation)).Settings;

    private static bool IsSame(
        IReadOnlyDictionary<string, ContentHash> one, IReadOnlyDictionary<string, ContentHash> other) =>
        one.Count == other.Count && one.All(f => other.TryGetValue(f.Key, out var hash) && hash == f.Value);
}
