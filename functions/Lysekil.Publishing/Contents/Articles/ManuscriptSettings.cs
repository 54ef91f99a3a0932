using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The settings of a manuscript, read from its front matter; a value that cannot be used gives a diagnostic with its
/// line.
/// </summary>
internal sealed class ManuscriptSettings
{
    private static readonly KnownSettings Known = new(
    [
        ["title", "titel", "rubrik"],
        ["date"],
        ["updated", "uppdaterad", "ändrad", "modified", "lastmod"],
        ["lead", "ingress", "beskrivning", "description", "summary"],
        ["author", "författare", "skribent", "byline"],
        ["tags", "taggar", "ämne", "ämnen", "kategorier", "keywords", "categories"],
        ["slug", "adress", "url", "permalink"],
        ["image", "bild"],
        ["image_alt", "alt", "image-alt", "bildbeskrivning"],
        ["draft"],
        ["aliases", "alias"],
        ["lang", "språk", "language"],
    ]);

    private readonly List<Diagnostic> _diagnostics = [];

    private ManuscriptSettings()
    {
    }

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public string? Title { get; private set; }

    public string? Lead { get; private set; }

    public string? Author { get; private set; }

    public DateTimeOffset? Date { get; private set; }

    public DateTimeOffset? Updated { get; private set; }

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public string? Slug { get; private set; }

    public string? Image { get; private set; }

    public SourcePath? ImageAsset { get; private set; }

    public int ImageLine { get; private set; }

    public string? ImageAlt { get; private set; }

    public bool IsDraft { get; private set; }

    public IReadOnlyList<PageKey> Aliases { get; private set; } = [];

    public string? Language { get; private set; }

    public static ManuscriptSettings Read(FrontMatter frontMatter, SourcePath path, TimeZoneInfo zone)
    {
        var settings = new ManuscriptSettings
        {
            Title = TitleIn(frontMatter),
            Lead = InOneLine(frontMatter.Find("lead")?.Value),
        };
        settings.Author = settings.ShortText(frontMatter, "author", 200);
        settings.ImageAlt = settings.ShortText(frontMatter, "image_alt", 500);
        settings.ReadPublication(frontMatter);
        settings.Date = settings.Value(frontMatter, "date", ArticleDate.Expected, v => ArticleDate.Parse(v, zone));
        settings.Updated = settings.Value(
            frontMatter, "updated", ArticleDate.Expected, v => ArticleDate.Parse(v, zone));
        settings.Slug = settings.Text(
            frontMatter,
            "slug",
            "ett kort namn med bokstäver, siffror och bindestreck",
            v => Values.Slug.From(v)?.Value);
        settings.Language = settings.Text(frontMatter, "lang", "en språkkod som sv eller en", LanguageTag);
        settings.ReadTopics(frontMatter);
        settings.ReadAliases(frontMatter);
        settings.ReadImage(frontMatter, path);
        return settings;
    }

    public static string? TitleIn(FrontMatter frontMatter) => InOneLine(frontMatter.Find("title")?.Value);

    /// <summary>
    /// Reads the settings that keep the text from readers, and adds diagnostics about unknown settings.
    /// </summary>
    private void ReadPublication(FrontMatter frontMatter)
    {
        foreach (var (key, entry) in frontMatter.Entries)
        {
            var (meaning, refusal) = Known.Contains(key)
                ? PublicationSetting.ReadKnown(key, entry)
                : PublicationSetting.Read(key, entry);
            IsDraft |= meaning == PublicationMeaning.Draft;
            var unknown = meaning == PublicationMeaning.None ? Known.DiagnosticFor(key, entry) : null;
            if ((refusal ?? unknown) is { } diagnostic)
            {
                _diagnostics.Add(diagnostic);
            }
        }

        if (frontMatter.UnreadLine is { } line)
        {
            _diagnostics.Add(DiagnosticCatalog.FrontMatterEndsEarly(line));
        }
    }

    private void ReadTopics(FrontMatter frontMatter)
    {
        if (frontMatter.Find("tags") is not { } entry)
        {
            return;
        }

        var topics = new List<Topic>();
        foreach (var name in entry.Values.SelectMany(v => v.Split(',')).Where(v => v.Trim().Length > 0))
        {
            if (Topic.From(name) is { } topic)
            {
                topics.Add(topic);
                if (PublicationWords.IsDraft(topic.Slug))
                {
                    _diagnostics.Add(DiagnosticCatalog.DraftUnclear(entry.Line, "tags", name.Trim()));
                }
            }
            else
            {
                _diagnostics.Add(
                    DiagnosticCatalog.ValueInvalid(entry.Line, "tags", name, "varje ämne som ett eller några ord"));
            }
        }

        Topics = [.. topics.DistinctBy(t => t.Slug)];
        foreach (var topic in topics)
        {
            var kept = Topics.First(t => t.Slug == topic.Slug);
            if (!topic.IsSameWordAs(kept))
            {
                _diagnostics.Add(DiagnosticCatalog.TopicsCollide(entry.Line, topic.Name, kept.Name));
            }
        }

        if (Topics.Count > Manuscript.MostTopics)
        {
            _diagnostics.Add(DiagnosticCatalog.TooManyTopics(entry.Line, Topics.Count, Manuscript.MostTopics));
        }
    }

    private void ReadAliases(FrontMatter frontMatter)
    {
        if (frontMatter.Find("aliases") is not { } entry)
        {
            return;
        }

        var aliases = new List<PageKey>();
        foreach (var url in entry.Values)
        {
            if (PageKey.FromUrl(url) is { IsReserved: false } page)
            {
                aliases.Add(page);
            }
            else
            {
                _diagnostics.Add(DiagnosticCatalog.ValueInvalid(
                    entry.Line, "aliases", url, "en äldre adress på webbplatsen, som /nyheter/gammal-sida/"));
            }
        }

        Aliases = [.. aliases.Distinct()];
        if (Aliases.Count > Manuscript.MostAliases)
        {
            _diagnostics.Add(DiagnosticCatalog.TooManyAliases(entry.Line, Aliases.Count, Manuscript.MostAliases));
        }
    }

    private void ReadImage(FrontMatter frontMatter, SourcePath path)
    {
        if (frontMatter.Find("image") is not { } entry)
        {
            return;
        }

        const int MostCharacters = 1_000;
        if (entry.Value.Length <= MostCharacters && LinkTarget.Read(entry.Value, path, isImage: true) is { } target)
        {
            (Image, ImageAsset, ImageLine) = (target.Url, target.Asset, entry.Line);
        }
        else
        {
            _diagnostics.Add(DiagnosticCatalog.ValueInvalid(
                entry.Line, "image", entry.Value, "bildens plats, som /bilder/hamnen.jpg"));
        }
    }

    private string? ShortText(FrontMatter frontMatter, string key, int most)
    {
        var text = InOneLine(frontMatter.Find(key)?.Value);
        if (text?.Length > most)
        {
            _diagnostics.Add(DiagnosticCatalog.ValueTooLong(frontMatter.Find(key)!.Line, key, text.Length, most));
        }

        return text;
    }

    private T? Value<T>(FrontMatter frontMatter, string key, string expected, Func<string, T?> read)
        where T : struct
    {
        if (frontMatter.Find(key) is not { } entry)
        {
            return null;
        }

        var value = read(entry.Value);
        if (value is null)
        {
            _diagnostics.Add(DiagnosticCatalog.ValueInvalid(entry.Line, key, entry.Value, expected));
        }

        return value;
    }

    private string? Text(FrontMatter frontMatter, string key, string expected, Func<string, string?> read)
    {
        if (frontMatter.Find(key) is not { } entry)
        {
            return null;
        }

        var value = read(entry.Value);
        if (value is null)
        {
            _diagnostics.Add(DiagnosticCatalog.ValueInvalid(entry.Line, key, entry.Value, expected));
        }

        return value;
    }

    /// <summary>Accepts the common part of RFC 5646, section 2.1: a language, then subtags.</summary>
    private static string? LanguageTag(string text) =>
        text.Length is >= 2 and <= 35 && text.Split('-') is [{ Length: 2 or 3 }, ..] parts
        && parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit))
            ? text
            : null;

    private static string? InOneLine(string? text) => text is null ? null : OneLine.Of(text);
}
