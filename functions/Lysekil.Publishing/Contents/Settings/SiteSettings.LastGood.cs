namespace Lysekil.Publishing.Contents.Settings;

/// <content>What stays of earlier versions of the file.</content>
public sealed partial record SiteSettings
{
    /// <summary>
    /// How the value of a setting is taken from another version. Redirects are told of and left out one by one.
    /// </summary>
    private static readonly Dictionary<string, Func<SiteSettings, SiteSettings, SiteSettings>> Taking =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["baseUrl"] = (now, earlier) => now with
            {
                BaseUrl = earlier.BaseUrl,
                FeedIdentity = now.FeedIdentity == now.BaseUrl.IdnHost ? earlier.BaseUrl.IdnHost : now.FeedIdentity,
            },
            ["language"] = (now, earlier) => now with
            {
                Language = earlier.Language,
                Locale = earlier.Locale,
                Title = now.Written.Contains("title") ? now.Title : earlier.Locale.Text("site"),
                Menu = now.Written.Contains(SiteMenu.Setting) ? now.Menu : SiteMenu.Usual(earlier.Locale),
            },
            ["timeZone"] = (now, earlier) => now with { TimeZone = earlier.TimeZone },
            ["hub"] = (now, earlier) => now with { Hub = earlier.Hub },
            [SiteMenu.Setting] = (now, earlier) => now with { Menu = earlier.Menu },
            [SiteColours.Setting] = (now, earlier) => now with { Colours = now.Colours.OrElse(earlier.Colours) },
            [SitePicture.Logo] = (now, earlier) => now with { Logo = earlier.Logo },
            [SitePicture.ShareImage] = (now, earlier) => now with { ShareImage = earlier.ShareImage },
            [SiteShare.Setting] = (now, earlier) => now with { Share = earlier.Share },
            [SiteFooter.Setting] = (now, earlier) => now with { Footer = earlier.Footer },
            [SitePublisher.Setting] = (now, earlier) => now with { Publisher = earlier.Publisher },
            [SiteContact.Setting] = (now, earlier) => now with { Contact = now.Contact.OrElse(earlier.Contact) },
            [SiteSocial.Setting] = (now, earlier) => now with { Social = earlier.Social },
            [SiteAnalytics.Setting] = (now, earlier) => now with { Analytics = earlier.Analytics },
        };

    /// <summary>The settings of which a value, or a part of it, cannot be used; in the order of the file.</summary>
    public IReadOnlyList<string> LeftOut { get; private init; } = [];

    /// <summary>
    /// The settings, of which each one that cannot be used has its last good value: that of the newest version of the
    /// file in which it stands and can be used.
    /// </summary>
    /// <param name="earlier">
    /// Earlier versions of the file, the newest first; they are read as far as they are needed.
    /// </param>
    public SiteSettings WithLastGood(IEnumerable<SiteSettings> earlier)
    {
        var settings = this;
        var wanted = LeftOut.Where(Taking.ContainsKey).ToList();
        using var versions = earlier.GetEnumerator();
        while (wanted.Count > 0 && versions.MoveNext())
        {
            var version = versions.Current;
            var good = wanted.FindAll(s => version.Written.Contains(s) && !version.LeftOut.Contains(s));
            settings = good.Aggregate(settings, (now, setting) => Taking[setting](now, version));
            wanted.RemoveAll(good.Contains);
        }

        return settings;
    }

    /// <summary>The settings that the file has, in lower case as <see cref="LeftOut"/>.</summary>
    private IReadOnlyList<string> Written { get; init; } = [];
}
