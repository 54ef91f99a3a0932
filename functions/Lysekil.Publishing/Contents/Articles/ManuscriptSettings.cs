using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The settings of a manuscript, read from its front matter; a value that cannot be used gives a diagnostic with its
/// line.
/// </summary>
internal sealed record ManuscriptSettings
{
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    public string? Title { get; private init; }

    public string? Lead { get; private init; }

    public string? Author { get; private init; }

    /// <summary>The date of publication; it counts before any other date.</summary>
    public DateTimeOffset? Date { get; private init; }

    public DateTimeOffset? Updated { get; private init; }

    public DateTimeOffset? Expires { get; private init; }

    /// <summary>The place among the articles that lead the front page; <c>null</c> where none is given.</summary>
    public int? Pin { get; private init; }

    public IReadOnlyList<Correction> Corrections { get; private init; } = [];

    public IReadOnlyList<Topic> Topics { get; private init; } = [];

    public string? Slug { get; private init; }

    public required MainPicture Picture { get; init; }

    public bool IsDraft { get; private init; }

    public IReadOnlyList<PageKey> Aliases { get; private init; } = [];

    public string? Language { get; private init; }

    public IReadOnlyList<SourcePath> TranslationOf { get; private init; } = [];

    public static ManuscriptSettings Read(WrittenSettings written, SourcePath path, RegionalSettings region)
    {
        var (values, zone) = (new SettingValues(written), region.TimeZone);
        var isDraft = ReadEach(values);
        var language = values.Text("lang", "en språkkod som sv eller en", LanguageTag.Read);
        var publication = DateIn("publishDate");
        var date = DateIn("date");
        return new ManuscriptSettings
        {
            Diagnostics = values.Diagnostics,
            Title = values.Line("title", mustAgree: true),
            Lead = values.Line("lead"),
            Author = AuthorNames.Read(values, region.LocaleOf(language)),
            Date = publication ?? date,
            Updated = DateIn("updated", mustAgree: false),
            Expires = values.Value(
                "expires", ArticleDate.ExpectedEnd, v => ArticleDate.ParseEnd(v, zone), mustAgree: true),
            Pin = values.Value(
                "pin", "true, eller ett tal från 1 till 9: artikeln med det lägsta talet står först", Place),
            Corrections = CorrectionSetting.Read(values, zone),
            Topics = SettingLists.Topics(values),
            Slug = values.Text(
                "slug",
                "ett kort namn med bokstäver, siffror och bindestreck",
                v => Values.Slug.From(v)?.Value,
                mustAgree: true),
            Picture = MainPicture.Read(values, path),
            IsDraft = isDraft,
            Aliases = SettingLists.Aliases(values),
            Language = language,
            TranslationOf = TranslatedText.Read(values, path),
        };

        DateTimeOffset? DateIn(string name, bool mustAgree = true) =>
            values.Value(name, ArticleDate.Expected, v => ArticleDate.Parse(v, zone), mustAgree);
    }

    /// <summary>
    /// Adds at most one diagnostic about each setting by itself: that it may keep the text from readers, or else that
    /// it is not read.
    /// </summary>
    /// <returns>Whether one of them makes the text a draft.</returns>
    private static bool ReadEach(SettingValues values)
    {
        var isDraft = false;
        foreach (var setting in values.Written.All)
        {
            var (meaning, refusal) = PublicationSetting.Read(setting);
            isDraft |= meaning == PublicationMeaning.Draft;
            var unread = meaning == PublicationMeaning.None ? UnreadSetting.DiagnosticOn(setting) : null;
            values.Add(refusal ?? unread);
        }

        values.Add(UnreadSetting.DiagnosticOnRest(values.Written));
        return isDraft;
    }

    private static int? Place(string text) => PublicationWords.IsTrue(text) switch
    {
        true => 1,
        false => 0,
        null => text is [>= '1' and <= '9' and var digit] ? digit - '0' : null,
    };
}
