namespace Lysekil.Publishing.Contents.Settings;

/// <content>What stays of earlier versions of the file.</content>
public sealed partial record SiteSettings
{
    /// <summary>
    /// How the value of a setting is taken from another version. Of redirects and of authors' addresses each has its
    /// own last good value (<see cref="WithLastGood"/>).
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
                Footer = SiteFooter.Html(now.FooterText, earlier.Locale),
            },
            ["timeZone"] = (now, earlier) => now with { TimeZone = earlier.TimeZone },
            ["hub"] = (now, earlier) => now with { Hub = earlier.Hub },
            [SiteMenu.Setting] = (now, earlier) => now with { Menu = earlier.Menu },
            [SiteColours.Setting] = (now, earlier) => now with { Colours = now.Colours.OrElse(earlier.Colours) },
            [SitePicture.Logo] = (now, earlier) => now with { Logo = earlier.Logo },
            [SitePicture.ShareImage] = (now, earlier) => now with { ShareImage = earlier.ShareImage },
            [SitePicture.Icon] = (now, earlier) => now with { Favicon = earlier.Favicon },
            [SiteSwitch.Share.Setting] = (now, earlier) => now with { Share = earlier.Share },
            [SiteSwitch.Feeds.Setting] = (now, earlier) => now with { FeedsHaveLeads = earlier.FeedsHaveLeads },
            [SiteFooter.Setting] = (now, earlier) => now with
            {
                FooterText = earlier.FooterText,
                Footer = SiteFooter.Html(earlier.FooterText, now.Locale),
            },
            [SitePublisher.Setting] = (now, earlier) => now with { Publisher = earlier.Publisher },
            [SiteContact.Setting] = (now, earlier) => now with { Contact = now.Contact.OrElse(earlier.Contact) },
            [SiteSocial.Setting] = (now, earlier) => now with { Social = earlier.Social },
            [SiteAnalytics.Setting] = (now, earlier) => now with { Analytics = earlier.Analytics },
            [SiteFront.Setting] = (now, earlier) => now.Front.Count > 0 ? now : now with { Front = earlier.Front },
        };

    /// <summary>The settings of which a value, or a part of it, cannot be used; in the order of the file.</summary>
    public IReadOnlyList<string> LeftOut { get; private init; } = [];

    /// <summary>
    /// The settings, of which each one that cannot be used has its last good value: that of the newest version of the
    /// file in which it stands and can be used.
    /// </summary>
    /// <param name="earlier">Earlier versions of the file, the newest first.</param>
    public SiteSettings WithLastGood(IReadOnlyList<SiteSettings> earlier)
    {
        var settings = this;
        var wanted = LeftOut.Where(Taking.ContainsKey).ToList();
        foreach (var version in earlier)
        {
            var good = wanted.FindAll(s => version.Written.Contains(s) && !version.LeftOut.Contains(s));
            settings = good.Aggregate(settings, (now, setting) => Taking[setting](now, version));
            wanted.RemoveAll(good.Contains);
        }

        // At last, since the site's address tells which redirects lead to the site itself.
        return earlier.Aggregate(settings, (now, version) => now with
        {
            Authors = now.Authors.AddRange(version.Authors.Where(
                a => AuthorsLeftOut.Contains(a.Key) && !now.Authors.ContainsKey(a.Key))),
            Redirects = version.Written.Contains(SiteRedirects.Setting)
                ? now.Redirects.OrElse(version.Redirects, now.BaseUrl)
                : now.Redirects,
        });
    }

    /// <summary>
    /// The identity in the feeds' item identifiers, if the file names it or a public address; else <c>null</c>.
    /// </summary>
    public string? WrittenFeedIdentity =>
        NamesFeedIdentity || (Written.Contains("baseurl") && !BaseUrl.IsLoopback) ? FeedIdentity : null;

    private bool NamesFeedIdentity => Written.Contains("feedidentity");

    /// <summary>The settings of a site that feed readers know by an identity, unless the file names another.</summary>
    /// <param name="identity">The first one that the settings named; empty if there is none.</param>
    public SiteSettings KnownAs(string identity) =>
        identity.Length == 0 || NamesFeedIdentity ? this : this with { FeedIdentity = identity };

    /// <summary>The settings that the file has, in lower case as <see cref="LeftOut"/>.</summary>
    private IReadOnlyList<string> Written { get; init; } = [];
}
