using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>What a setting means for when a text is published, and for which readers.</summary>
internal enum PublicationMeaning
{
    /// <summary>The setting does not concern publication.</summary>
    None,

    /// <summary>The text may be published.</summary>
    Live,

    Draft,

    /// <summary>The text may be a draft.</summary>
    Unclear,

    /// <summary>The text is published at a time.</summary>
    PublicationDate,

    /// <summary>The text may be published at a time, by a setting that is not read.</summary>
    LaterDate,

    /// <summary>The text is taken down at a time.</summary>
    End,

    /// <summary>The text is published for some readers, or in some places.</summary>
    Restricted,
}

/// <summary>
/// The words by which editors and other systems (WordPress, Ghost, Jekyll, Hugo, Zola, Eleventy, Docusaurus, Grav,
/// Obsidian) keep a text from readers. Each word is a slug without dashes, so that <c>publishDate</c>,
/// <c>publish_date</c> and <c>Publish date</c> are equal.
/// </summary>
internal static class PublicationWords
{
    /// <summary>Other names of <c>date</c>.</summary>
    public const string Dates = "datum";

    /// <summary>
    /// Names of the date of publication, except <c>publishDate</c> itself, where <c>date</c> may be another date.
    /// </summary>
    public const string PublicationDates = "publishat publishon publishfrom publishtime pubdate publicationdate "
        + "publisheddate publishedat publishedon publishedtime datepublished postdate golive golivedate goliveat "
        + "releasedate embargo embargountil schedule scheduled scheduledat scheduledfor scheduledate publiceras "
        + "publiceringsdatum publiceringstid publicerasden visasfran schemalagd";

    /// <summary>
    /// Other names of <c>expires</c>. Those that mean that a text is removed are not among them: its page stays.
    /// </summary>
    public const string Ends = "expire expiresat expireson expiry expirydate expiredate expiration expirationdate "
        + "validuntil validto notafter gallertill";

    private const int ShortestWordWithSlips = 5;

    private static readonly (string Word, Kind Meaning)[] NamesInOrder = Table(
        (Kind.Draft, "draft drafts isdraft utkast arutkast kladd wip unpublished opublicerad ejpublicerad"),
        (Kind.Draft, "private isprivate privat"),
        (Kind.Draft, "needsreview underarbete underredigering ejklar inteklar ejfardig publicerainte publicerasinte"),
        (Kind.Draft, "publiceraej dolj visainte visaej"),
        (Kind.Published, "published ispublished publish dgpublish public ispublic"),
        (Kind.Published, "publicerad publicerat publicera publik offentlig"),
        (Kind.State, "status state poststatus publishstatus publicationstatus workflowstate visibility access"),
        (Kind.State, "publiceringsstatus tillstand synlighet atkomst"),
        (Kind.Ready, "ready complete completed done finished approved live online active enabled"),
        (Kind.Ready, "klar klart fardig fardigt godkand godkant aktiv"),
        (Kind.Restricted, "unlisted hidden ishidden headless eleventyexcludefromcollections"),
        (Kind.Restricted, "password passwordprotected protected membersonly paywall"),
        (Kind.Restricted, "olistad dold losenord skyddad"),
        (Kind.Shown, "listed visible routable render output list synlig visas"),
        (Kind.Address, "permalink url"),
        (Kind.PublicationDate, $"{Dates} publishdate {PublicationDates}"),
        (Kind.Date, "startdate availablefrom validfrom notbefore startdatum gallerfran"),
        (Kind.End, $"expires {Ends}"),
        (Kind.End, "unpublish unpublishdate unpublishat unpublishon archivedate removeat removeon deleteat deleteon"),
        (Kind.End, "enddate avpublicera avpubliceras avpubliceringsdatum slutdatum visastill upphor tasbort"));

    private static readonly FrozenDictionary<string, Kind> Names = Dictionary(NamesInOrder);

    private static readonly FrozenDictionary<string, Value> Values = Dictionary(Table(
        (Value.True, "true yes y on 1 ja j sant sann"),
        (Value.False, "false no n off 0 never nej falskt falsk ej inte aldrig"),
        (Value.Draft, "draft drafts utkast kladd wip unpublished notpublished"),
        (Value.Draft, "opublicerad opublicerat ejpublicerad ejpublicerat"),
        (Value.Withheld, "private pending pendingreview inreview autodraft trash archived"),
        (Value.Withheld, "privat granskas vantar arkiverad"),
        (Value.Live, "publish published public publicera publicerad publicerat publik offentlig alla everyone live")));

    private enum Kind
    {
        /// <summary>True means a draft.</summary>
        Draft,

        /// <summary>False means a draft; a date may be a later one.</summary>
        Published,

        /// <summary>A word tells whether the text is a draft.</summary>
        State,

        /// <summary>False may mean a draft, and a date a later one.</summary>
        Ready,

        /// <summary>False means a draft, and all else is an address (Eleventy).</summary>
        Address,

        /// <summary>Anything but false keeps the text from some readers.</summary>
        Restricted,

        /// <summary>False keeps the text from some readers.</summary>
        Shown,

        /// <summary>Anything but false is a date of publication.</summary>
        PublicationDate,

        /// <summary>The beginning of the text's publication, or of what it tells of.</summary>
        Date,
        End,
    }

    private enum Value
    {
        Empty,
        True,
        False,
        Draft,
        Withheld,
        Live,
        Date,
        Other,
    }

    /// <summary>The meaning of a setting.</summary>
    /// <param name="name">The name as the editor wrote it.</param>
    /// <param name="value">The value as text; <c>null</c> if it is something else, such as a list.</param>
    public static PublicationMeaning Of(string name, string? value) =>
        Find(Names, name) is { } kind ? Of(kind, ValueOf(value)) : PublicationMeaning.None;

    /// <summary>
    /// Whether the name can also describe something else than the text, as <c>state</c> does in a postal address.
    /// </summary>
    public static bool IsState(string name) => Find(Names, name) is Kind.State;

    /// <summary>Whether a value of any setting is a word for a draft.</summary>
    public static bool IsDraft(string value) => Find(Values, value) is Value.Draft;

    /// <summary>Whether a value is a word for yes or for no; <c>null</c> if it is neither, as a digit.</summary>
    public static bool? IsTrue(string value) =>
        value is [>= '1' and <= '9'] ? null
        : Find(Values, value) switch { Value.True => true, Value.False => false, _ => null };

    /// <summary>Whether a topic is a word for a draft.</summary>
    public static bool IsDraft(Slug topic) => Values.TryGetValue(topic.Value, out var value) && value is Value.Draft;

    /// <summary>
    /// The setting that a misspelt name likely stands for, and its meaning; <c>null</c> if no name is close, or if the
    /// value does not suit such a setting.
    /// </summary>
    public static (string Name, PublicationMeaning Meaning)? Meant(string name, string? value)
    {
        if (KnownSettings.Normalize(name) is not { } word)
        {
            return null;
        }

        var written = ValueOf(value);
        if (KnownSettings.IsSlip(word, "date") && written is Value.Date)
        {
            return ("date", PublicationMeaning.LaterDate);
        }

        foreach (var (known, kind) in NamesInOrder)
        {
            var mayMean = known is "draft" or "utkast"
                || (kind is Kind.Draft or Kind.Published && written is not (Value.Other or Value.Empty))
                || (kind is Kind.PublicationDate or Kind.Date or Kind.End && written is Value.Date);
            if (mayMean && known.Length >= ShortestWordWithSlips && KnownSettings.IsSlip(word, known))
            {
                return (known, Of(kind, written));
            }
        }

        return null;
    }

    private static PublicationMeaning Of(Kind kind, Value value) => (kind, value) switch
    {
        (Kind.Draft, Value.True or Value.Draft or Value.Withheld) => PublicationMeaning.Draft,
        (Kind.Draft, Value.False or Value.Live) => PublicationMeaning.Live,
        (Kind.Published, Value.False or Value.Draft or Value.Withheld) => PublicationMeaning.Draft,
        (Kind.Published, Value.True or Value.Live) => PublicationMeaning.Live,
        (Kind.Published, Value.Date) => PublicationMeaning.PublicationDate,
        (Kind.State, Value.Draft or Value.Withheld) => PublicationMeaning.Draft,
        (Kind.State, Value.Live) => PublicationMeaning.Live,
        (Kind.Draft or Kind.Published or Kind.State, _) => PublicationMeaning.Unclear,
        (Kind.Ready, Value.False or Value.Draft or Value.Withheld) => PublicationMeaning.Unclear,
        (Kind.Ready, Value.Date) => PublicationMeaning.LaterDate,
        (Kind.Address, Value.False) => PublicationMeaning.Draft,
        (Kind.Shown, Value.False) => PublicationMeaning.Restricted,
        (Kind.Ready or Kind.Address or Kind.Shown, _) or (_, Value.Empty or Value.False) => PublicationMeaning.None,
        (Kind.Restricted, _) => PublicationMeaning.Restricted,
        (Kind.PublicationDate, _) => PublicationMeaning.PublicationDate,
        (Kind.Date, _) => PublicationMeaning.LaterDate,
        (Kind.End, _) => PublicationMeaning.End,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Value ValueOf(string? value) => value switch
    {
        null => Value.Other,
        "" => Value.Empty,
        _ => Find(Values, value) ?? (IsDate(value) ? Value.Date : Value.Other),
    };

    private static bool IsDate(string value) =>
        value.Length >= 6 && char.IsAsciiDigit(value[0]) && value.Count(char.IsAsciiDigit) >= 6;

    private static T? Find<T>(FrozenDictionary<string, T> words, string text)
        where T : struct =>
        KnownSettings.Normalize(text) is { } word && words.TryGetValue(word, out var found) ? found : null;

    private static (string Word, T Meaning)[] Table<T>(params (T Meaning, string Words)[] rows) =>
        [.. rows.SelectMany(row => row.Words.Split(' '), (row, word) => (word, row.Meaning))];

    private static FrozenDictionary<string, T> Dictionary<T>((string Word, T Meaning)[] words) =>
        words.ToFrozenDictionary(w => w.Word, w => w.Meaning, StringComparer.Ordinal);
}
