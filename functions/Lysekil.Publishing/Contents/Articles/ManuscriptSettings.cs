using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The settings of a manuscript, read from its front matter; a value that cannot be used gives a diagnostic with its
/// line.
/// </summary>
internal sealed record ManuscriptSettings
{
    private const int MostCharactersOfAuthor = 200;

    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    public string? Title { get; private init; }

    public string? Lead { get; private init; }

    public string? Author { get; private init; }

    /// <summary>The date of publication; it counts before any other date.</summary>
    public DateTimeOffset? Date { get; private init; }

    public DateTimeOffset? Updated { get; private init; }

    public IReadOnlyList<Topic> Topics { get; private init; } = [];

    public string? Slug { get; private init; }

    public required MainPicture Picture { get; init; }

    public bool IsDraft { get; private init; }

    public IReadOnlyList<PageKey> Aliases { get; private init; } = [];

    public string? Language { get; private init; }

    public static ManuscriptSettings Read(WrittenSettings written, SourcePath path, TimeZoneInfo zone)
    {
        var values = new SettingValues(written);
        var isDraft = ReadPublication(values);
        var publication = DateIn("publishDate");
        var date = DateIn("date");
        return new ManuscriptSettings
        {
            Diagnostics = values.Diagnostics,
            Title = values.Line("title", mustAgree: true),
            Lead = values.Line("lead"),
            Author = ReadAuthor(values),
            Date = publication ?? date,
            Updated = DateIn("updated", mustAgree: false),
            Topics = SettingLists.Topics(values),
            Slug = values.Text(
                "slug",
                "ett kort namn med bokstäver, siffror och bindestreck",
                v => Values.Slug.From(v)?.Value,
                mustAgree: true),
            Picture = MainPicture.Read(values, path),
            IsDraft = isDraft,
            Aliases = SettingLists.Aliases(values),
            Language = values.Text("lang", "en språkkod som sv eller en", LanguageTag),
        };

        DateTimeOffset? DateIn(string name, bool mustAgree = true) =>
            values.Value(name, ArticleDate.Expected, v => ArticleDate.Parse(v, zone), mustAgree);
    }

    /// <summary>
    /// Reads whether settings keep the text from readers, and adds diagnostics about unknown settings and about values
    /// that YAML cuts.
    /// </summary>
    private static bool ReadPublication(SettingValues values)
    {
        var isDraft = false;
        foreach (var setting in values.Written.All)
        {
            var (meaning, refusal) = setting.Name.Length > 0
                ? PublicationSetting.ReadKnown(setting)
                : PublicationSetting.Read(setting.Key, setting.Entry);
            isDraft |= meaning == PublicationMeaning.Draft;
            if ((refusal ?? (meaning == PublicationMeaning.None ? Unread(setting) : null)) is { } diagnostic)
            {
                values.Diagnostics.Add(diagnostic);
            }
        }

        if (values.Written.UnreadLine is { } line)
        {
            values.Diagnostics.Add(values.Written.All.Count > 0
                ? DiagnosticCatalog.FrontMatterEndsEarly(line)
                : DiagnosticCatalog.FrontMatterUnread(line));
        }

        return isDraft;
    }

    private static Diagnostic? Unread(WrittenSetting setting)
    {
        var (name, _, key, entry) = setting;
        if (name.Length == 0)
        {
            return ManuscriptSettingNames.Known.Unknown(key, entry.Line);
        }

        if (entry.Cut is { } cut && (IsText(name) || !entry.HasValue))
        {
            return DiagnosticCatalog.ValueCut(cut.Line, key, cut.Lost, cut.Mended);
        }

        Func<string, bool> isRead = name switch
        {
            "image" => MainPicture.IsPart,
            "author" => IsName,
            _ => _ => false,
        };
        return entry.Items.SelectMany(i => i.Keys).FirstOrDefault(k => name != "author" || !IsName(k)) is { } part
            ? ManuscriptSettingNames.Known.Unknown($"{key}.{part}", entry.Line)
            : ManuscriptSettingNames.Known.UnknownIn(key, entry, isRead);
    }

    private static bool IsText(string name) =>
        name is "title" or "lead" or "author" or "tags" or "image_alt" or "image_caption" or "image_credit";

    /// <summary>The authors' names, which may be nested in a mapping or in a list of such.</summary>
    private static string? ReadAuthor(SettingValues values)
    {
        if (values.Preferred("author") is not { } setting)
        {
            return null;
        }

        var (_, _, key, entry) = setting;
        var names = entry.Values
            .Concat(entry.Items.Select(i => i.FirstOrDefault(v => IsName(v.Key)).Value ?? ""))
            .Concat(entry.Nested.Where(n => IsName(n.Path)).Select(n => n.Value))
            .Where(n => n.Length > 0)
            .ToList();
        var all = names.Count > 1 ? $"{string.Join(", ", names[..^1])} och {names[^1]}" : names.FirstOrDefault();
        return all is null ? null : values.Line(key, entry.Line, all, MostCharactersOfAuthor);
    }

    private static bool IsName(string path) =>
        path.Equals("name", StringComparison.OrdinalIgnoreCase)
            || path.Equals("namn", StringComparison.OrdinalIgnoreCase);

    /// <summary>Accepts the common part of RFC 5646, section 2.1: a language, then subtags.</summary>
    private static string? LanguageTag(string text) =>
        text.Length is >= 2 and <= 35 && text.Split('-') is [{ Length: 2 or 3 }, ..] parts
        && parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit))
            ? text
            : null;
}
