using System.Collections.Immutable;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>The settings of a site, from <c>site.yaml</c>; immutable.</summary>
public sealed partial record SiteSettings
{
    private static readonly KnownSettings Known = new(
    [
        new("title", Hints: "titel namn"),
        new("baseUrl", Hints: "adress url"),
        new("description", Hints: "beskrivning"),
        new("language", Hints: "sprak lang"),
        new("timeZone", Hints: "tidszon"),
        new(SiteMenu.Setting, Hints: "meny"),
        new("feedIdentity"),
        new("hub", Hints: "nav"),
        new(SiteColours.Setting, Hints: "colors farger farg"),
        new(SitePicture.Logo, Hints: "logotyp logga"),
        new(SitePicture.ShareImage, Hints: "delningsbild ogimage"),
        new(SitePicture.Icon, Hints: "ikon icon"),
        new(SiteSwitch.Share.Setting, Hints: "dela delning"),
        new(SiteSwitch.Feeds.Setting, Hints: "floden feed"),
        new(SiteFooter.Setting, Hints: "sidfot"),
        new(SitePublisher.Setting, Hints: "utgivare ansvarigutgivare"),
        new(SiteContact.Setting, Hints: "kontakt"),
        new(SiteSocial.Setting, Hints: "socialamedier"),
        new(SiteAnalytics.Setting, Hints: "statistik"),
        new(SiteFront.Setting, Hints: "forstasida startsida sektioner"),
        new(SiteAuthors.Setting, Hints: "skribenter forfattare"),
        new(SiteRedirects.Setting, Hints: "redirect omdirigeringar omdirigering"),
    ]);

    /// <summary>The settings that have a name on each line below them.</summary>
    private static readonly string[] Mappings =
    [
        SiteColours.Setting, SiteContact.Setting, SiteSocial.Setting, SiteAnalytics.Setting, SiteAuthors.Setting,
        SiteRedirects.Setting,
    ];

    public const string DefaultTimeZone = "Europe/Stockholm";

    public const string DefaultLanguage = "sv";

    internal static readonly SourcePath File = new("site.yaml");

    /// <summary>The settings of a site without a <c>site.yaml</c>, as the local runner serves it.</summary>
    public static SiteSettings Default { get; } = new();

    public string Title { get; private init; } = "Nyheter";

    /// <summary>Absolute, http or https, with a path of <c>/</c>.</summary>
    public Uri BaseUrl { get; private init; } = new("http://localhost:4280/");

    public string Description { get; private init; } = "";

    /// <summary>A language tag (RFC 5646), of a language that the engine has.</summary>
    public string Language { get; private init; } = DefaultLanguage;

    /// <summary>The words, dates and alphabet of the language.</summary>
    public Locale Locale { get; private init; } = Locale.Swedish;

    /// <summary>The time zone of dates without an offset (an IANA name).</summary>
    public TimeZoneInfo TimeZone { get; private init; } = TimeZoneInfo.FindSystemTimeZoneById(DefaultTimeZone);

    public ImmutableArray<MenuEntry> Menu { get; private init; } = SiteMenu.Usual(Locale.Swedish);

    /// <summary>
    /// The authority in the feeds' item identifiers (RFC 4151); by default the host of the first base URL that the site
    /// had, so that feed readers do not show every article as new when it moves (<see cref="KnownAs"/>).
    /// </summary>
    public string FeedIdentity { get; private init; } = "localhost";

    /// <summary>
    /// The hub (WebSub) that the feeds name and that is told of their changes; <c>null</c> if there is none. Its
    /// address is an https URL with a public host name.
    /// </summary>
    public Uri? Hub { get; private init; }

    public SiteColours Colours { get; private init; } = SiteColours.None;

    /// <summary>The picture that pages show in place of the title; <c>null</c> if there is none.</summary>
    public SourcePath? Logo { get; private init; }

    /// <summary>
    /// The picture that other sites show with a link to a page without one of its own; <c>null</c> if there is none.
    /// </summary>
    public SourcePath? ShareImage { get; private init; }

    /// <summary>The picture in the browser's tab and on a home screen; <c>null</c>: the engine's own.</summary>
    public SourcePath? Favicon { get; private init; }

    /// <summary>Whether articles can be shared by the browser's own share sheet.</summary>
    public bool Share { get; private init; }

    /// <summary>Whether feeds have the lead of an article in place of its whole text.</summary>
    public bool FeedsHaveLeads { get; private init; }

    /// <summary>The site's own part of the footer, as sanitised HTML; empty if there is none.</summary>
    public string Footer { get; private init; } = "";

    private MarkdownText? FooterText { get; init; }

    /// <summary>
    /// The name of the site's publisher in law (Swedish: <em>ansvarig utgivare</em>); <c>null</c> if the settings give
    /// none.
    /// </summary>
    public string? Publisher { get; private init; }

    public SiteContact Contact { get; private init; } = SiteContact.None;

    /// <summary>The site on other services: a name and an https address each.</summary>
    public ImmutableArray<MenuEntry> Social { get; private init; } = [];

    /// <summary>The service that counts visits; <c>null</c> if there is none.</summary>
    public SiteAnalytics? Analytics { get; private init; }

    /// <summary>The topics that have a section of the front page, in their order.</summary>
    public IReadOnlyList<Topic> Front { get; private init; } = [];

    /// <summary>The e-mail addresses of authors.</summary>
    public ImmutableDictionary<Slug, string> Authors { get; private init; } = ImmutableDictionary<Slug, string>.Empty;

    private ImmutableHashSet<Slug> AuthorsLeftOut { get; init; } = [];

    public SiteRedirects Redirects { get; private init; } = SiteRedirects.None;

    /// <summary>What reading a text depends on.</summary>
    public RegionalSettings Region => new(TimeZone, Locale);

    /// <inheritdoc cref="RegionalSettings.LocaleOf"/>
    public Locale LocaleOf(string? language) => Region.LocaleOf(language);

    /// <summary>The absolute URL of a path on the site.</summary>
    public string Absolute(string path) =>
        IsAsWritten(path) ? string.Concat(BaseUrl.AbsoluteUri, path.AsSpan(1)) : new Uri(BaseUrl, path).AbsoluteUri;

    /// <summary>Parses the settings. One that cannot be used has its default, and the others hold.</summary>
    /// <returns>
    /// The settings, <c>null</c> if the file as a whole cannot be read; and the diagnostics. A refusal among them says
    /// that the file must not be published: one that was, under earlier rules, still gives the settings that hold.
    /// </returns>
    public static (SiteSettings? Settings, IReadOnlyList<Diagnostic> Diagnostics) Read(ReadOnlySpan<byte> bytes)
    {
        var (text, undecodable) = SourceText.Decode(bytes);
        if (text is null)
        {
            return (null, [undecodable!]);
        }

        var (values, invalid) = FrontMatter.Parse(text, firstLine: 1);
        if (invalid is not null)
        {
            return (null, [DiagnosticCatalog.SettingsFileInvalid(invalid)]);
        }

        var diagnostics = Known.DiagnosticsOn(values, isRead: (key, _) => IsMapping(key)).ToList();
        if (values.UnreadLine is { } unread)
        {
            diagnostics.Add(DiagnosticCatalog.FrontMatterEndsEarly(unread));
        }

        var baseUrl = SiteValues.Value(
            values,
            "baseUrl",
            "webbplatsens adress, som https://www.exempel.se",
            SiteValues.Address,
            Default.BaseUrl,
            diagnostics);
        var language = SiteValues.Value(
            values, "language", SiteValues.Languages, SiteValues.Language, Default.Language, diagnostics);
        var locale = Locale.Of(language)!;
        var authors = Entry(values, SiteAuthors.Setting) is { } named
            ? SiteAuthors.Read(named, diagnostics)
            : (Default.Authors, []);
        var settings = new SiteSettings
        {
            Title = values.Find("title")?.Value ?? locale.Text("site"),
            Description = values.Find("description")?.Value ?? Default.Description,
            BaseUrl = baseUrl,
            Language = language,
            Locale = locale,
            TimeZone = SiteValues.Value(
                values,
                "timeZone",
                "en tidszon som Europe/Stockholm",
                SiteValues.Zone,
                Default.TimeZone,
                diagnostics),
            Menu = Entry(values, SiteMenu.Setting) is { } menu
                ? SiteMenu.Read(menu, File, diagnostics)
                : locale == Default.Locale ? Default.Menu
                : SiteMenu.Usual(locale),
            FeedIdentity = values.Find("feedIdentity")?.Value ?? baseUrl.IdnHost,
            Hub = SiteValues.Value(
                values,
                "hub",
                "navets adress, som https://nav.exempel.se/, eller ta bort raden om webbplatsen inte har något nav",
                SiteValues.PublicAddress,
                Default.Hub,
                diagnostics),
            Colours = Entry(values, SiteColours.Setting) is { } colours
                ? SiteColours.Read(colours, diagnostics)
                : SiteColours.None,
            Logo = Picture(values, SitePicture.Logo, diagnostics),
            ShareImage = Picture(values, SitePicture.ShareImage, diagnostics),
            Favicon = Picture(values, SitePicture.Icon, diagnostics),
            Share = SiteSwitch.Share.Read(values, diagnostics),
            FeedsHaveLeads = SiteSwitch.Feeds.Read(values, diagnostics),
            FooterText = values.Find(SiteFooter.Setting) is { } footer
                ? SiteFooter.Read(footer, File, diagnostics)
                : null,
            Publisher = values.Find(SitePublisher.Setting) is { } publisher
                ? SitePublisher.Read(publisher, diagnostics)
                : null,
            Contact = Entry(values, SiteContact.Setting) is { } contact
                ? SiteContact.Read(contact, diagnostics)
                : SiteContact.None,
            Social = Entry(values, SiteSocial.Setting) is { } social ? SiteSocial.Read(social, diagnostics) : [],
            Analytics = Entry(values, SiteAnalytics.Setting) is { } analytics
                ? SiteAnalytics.Read(analytics, diagnostics)
                : null,
            Front = Entry(values, SiteFront.Setting) is { } front ? SiteFront.Read(front, diagnostics) : [],
            Authors = authors.Addresses,
            AuthorsLeftOut = authors.LeftOut,
            Redirects = Entry(values, SiteRedirects.Setting) is { } redirects
                ? SiteRedirects.Read(redirects, File, baseUrl, diagnostics)
                : SiteRedirects.None,
        };
        settings = settings with
        {
            Footer = SiteFooter.Html(settings.FooterText, locale),
            LeftOut = [.. diagnostics.Where(IsOfValue).Select(d => SettingAt(values, d.Line)).Distinct()],
            Written = [.. values.Entries.Where(e => !e.Value.IsEmpty).Select(e => e.Key.ToLowerInvariant())],
        };
        return (settings, diagnostics);
    }

    private static bool IsOfValue(Diagnostic diagnostic) =>
        DiagnosticCatalog.LeavesOut(diagnostic) && diagnostic.Line is not null;

    /// <summary>The setting in which a line stands.</summary>
    private static string SettingAt(FrontMatter values, int? line) =>
        values.Entries.Where(e => e.Value.Line <= line).MaxBy(e => e.Value.Line).Key.ToLowerInvariant();

    /// <summary>
    /// Whether the absolute URL is the base URL with the path appended: there is nothing to escape, no dot segment, and
    /// no host.
    /// </summary>
    private static bool IsAsWritten(string path) =>
        path.StartsWith('/')
            && UrlPath.IsPlain(path)
            && !path.Contains("/.", StringComparison.Ordinal)
            && !path.StartsWith("//", StringComparison.Ordinal);

    /// <summary>The setting, which may have other than plain values; <c>null</c> if it is missing.</summary>
    private static FrontMatter.Entry? Entry(FrontMatter values, string setting) =>
        values.Entries.FirstOrDefault(e => Is(setting, e.Key)).Value;

    private static SourcePath? Picture(FrontMatter values, string setting, List<Diagnostic> diagnostics) =>
        values.Find(setting) is { } entry ? SitePicture.Read(setting, entry, File, diagnostics) : null;

    private static bool IsMapping(string key) => Mappings.Any(m => Is(m, key));

    private static bool Is(string setting, string key) => key.Equals(setting, StringComparison.OrdinalIgnoreCase);
}
