using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Locales;

/// <summary>
/// What visitors read that no editor wrote, in one language: words, dates and the order of the alphabet. All of it is
/// in one file for each language, since the platform's own data change with the version of ICU, and pages must not
/// (R3). Immutable.
/// </summary>
public sealed partial class Locale
{
    private const string Folder = "locales/";

    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>
    {
        ["no"] = "nb",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private Locale(string language, string name, FrozenDictionary<string, string> texts)
    {
        (Language, Name, Texts) = (language, name, texts);
        Order = new LetterOrder(texts["alphabet"], texts["alphabet.alike"]);
    }

    public static ImmutableArray<Locale> All { get; } =
    [
        Read("sv", "svenska"), Read("en", "engelska"), Read("nb", "norskt bokmål"), Read("fi", "finska"),
    ];

    public static Locale Swedish => All[0];

    /// <summary>The hash of all files.</summary>
    public static ContentHash Hash { get; } = ContentHash.OfLines(
    [
        .. All.SelectMany(l => l.Texts.OrderBy(t => t.Key, StringComparer.Ordinal)).Select(t => $"{t.Key}={t.Value}"),
    ]);

    /// <summary>The language's own subtag (RFC 5646, section 2.2.1).</summary>
    public string Language { get; }

    /// <summary>The language's name in Swedish, for editors.</summary>
    public string Name { get; }

    /// <summary>All texts by their keys. Of one with a number there are two, which end in .one and .other.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>The order of the language's alphabet.</summary>
    public LetterOrder Order { get; }

    /// <summary>The locale of a language tag; <c>null</c> if the engine does not have its language.</summary>
    public static Locale? Of(string tag)
    {
        var language = tag.Split('-')[0];
        language = Synonyms.GetValueOrDefault(language, language);
        return All.FirstOrDefault(l => l.Language.Equals(language, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A text, with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Text(string key, params IReadOnlyList<(string Name, string Value)> values) =>
        Find(key, values) ?? throw new KeyNotFoundException($"There is no text {key}.");

    /// <inheritdoc cref="Text"/>
    /// <returns>The text; <c>null</c> if there is none.</returns>
    public string? Find(string key, IReadOnlyList<(string Name, string Value)> values)
    {
        if (!Texts.TryGetValue(key, out var text)
            && !Texts.TryGetValue($"{key}.{(values.Contains(("count", "1")) ? "one" : "other")}", out text))
        {
            return null;
        }

        return values.Count == 0
            ? text
            : Placeholder().Replace(text, place => Value(place.Groups[1].Value) ?? place.Value);

        string? Value(string name) => values.FirstOrDefault(v => v.Name == name).Value;
    }

    /// <summary>"5 oktober 2019"</summary>
    public string Day(DateTimeOffset moment) =>
        Text("date", ("day", Digits(moment.Day)), ("month", NameOf(moment.Month)), ("year", Digits(moment.Year)));

    /// <summary>"5 oktober 2019 kl. 18.30", without the time at midnight.</summary>
    public string DayAndTime(DateTimeOffset moment) => moment.TimeOfDay < TimeSpan.FromMinutes(1)
        ? Day(moment)
        : Text("date.time", ("date", Day(moment)), ("hour", Part(moment, "HH")), ("minute", Part(moment, "mm")));

    /// <summary>"5 okt."; "5 maj"</summary>
    public string BriefDay(DateTimeOffset moment) =>
        Text("date.brief", ("day", Digits(moment.Day)), ("month", Texts[$"month.{Digits(moment.Month)}.brief"]));

    /// <summary>"oktober 2019"</summary>
    public string NameOf(Month month) =>
        Text("date.month", ("month", NameOf(month.Number)), ("year", Digits(month.Year)));

    /// <param name="month">1–12.</param>
    public string NameOf(int month) => Texts[$"month.{Digits(month)}"];

    private static string Part(DateTimeOffset moment, string format) =>
        moment.ToString(format, CultureInfo.InvariantCulture);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Locale Read(string language, string name)
    {
        using var file = typeof(Locale).Assembly.GetManifestResourceStream($"{Folder}{language}.json")!;
        return new Locale(
            language,
            name,
            JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
