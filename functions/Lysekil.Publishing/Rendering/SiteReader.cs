using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
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

    private sealed record Reading(SiteRows Rows, Site Site);

    public async Task<Site> ReadAsync(CancellationToken cancellation)
    {
        var rows = await index.SiteAsync(cancellation);
        var isBuilt = rows.BuiltVersion == RenderingVersion.Current || rows.IsRebuilding;
        var files = rows.Files;
        if (_last is { } last && IsSame(last.Rows, rows))
        {
            return last.Site with { IsBuilt = isBuilt, HasDivided = rows.HasDivided };
        }

        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, hash) in files)
        {
            contents[name] = await accepted.ReadAsync(new SourcePath(name), hash, cancellation);
        }

        var settings = contents.Remove(SiteSettings.File.Value, out var yaml)
            ? await SettingsAsync(yaml, rows.EarlierSettings, cancellation)
            : SiteSettings.Default;
        settings = settings.KnownAs(rows.FeedIdentity);
        var replacements = contents.ToDictionary(
            c => c.Key, c => SourceText.Decode(c.Value).Text ?? "", StringComparer.Ordinal);
        var site = new Site(settings, new Theme(replacements, SiteStyle.Of(settings), settings.Locale), isBuilt)
        {
            HasDivided = rows.HasDivided,
        };
        _last = new Reading(rows, site);
        return site;
    }

    /// <summary>
    /// The settings of a file, with the last good value of each one that these rules refuse. Earlier versions are only
    /// read for those.
    /// </summary>
    private async Task<SiteSettings> SettingsAsync(
        byte[] yaml, IReadOnlyList<ContentHash> earlier, CancellationToken cancellation)
    {
        var now = SiteSettings.Read(yaml).Settings;
        if (now is { LeftOut.Count: 0 })
        {
            return now;
        }

        var versions = new List<SiteSettings>();
        foreach (var hash in earlier)
        {
            if (await EarlierSettingsAsync(hash, cancellation) is { } version)
            {
                versions.Add(version);
            }
        }

        return now?.WithLastGood(versions)
            ?? versions.FirstOrDefault()?.WithLastGood([.. versions.Skip(1)])
            ?? SiteSettings.Default;
    }

    /// <summary>
    /// The settings of an earlier version; <c>null</c> if they cannot be read. One that is lost is lost for ever: no
    /// file has it.
    /// </summary>
    private async Task<SiteSettings?> EarlierSettingsAsync(ContentHash hash, CancellationToken cancellation)
    {
        try
        {
            return SiteSettings.Read(await accepted.ReadAsync(SiteSettings.File, hash, cancellation)).Settings;
        }
        catch (LostContentException)
        {
            return null;
        }
    }

    /// <summary>
    /// The settings as last read; no call, unless nothing was read yet. The caller reads them again before anything
    /// depends on them. Those of a new site where they are lost: a publish is what restores them.
    /// </summary>
    public async Task<SiteSettings> LastKnownSettingsAsync(CancellationToken cancellation)
    {
        try
        {
            return _last?.Site.Settings ?? (await ReadAsync(cancellation)).Settings;
        }
        catch (LostContentException)
        {
            return SiteSettings.Default;
        }
    }

    private static bool IsSame(SiteRows one, SiteRows other) =>
        one.Files.Count == other.Files.Count
        && one.Files.All(f => other.Files.TryGetValue(f.Key, out var hash) && hash == f.Value)
        && one.EarlierSettings.Equals(other.EarlierSettings)
        && one.FeedIdentity == other.FeedIdentity;
}
