using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Locales;

/// <summary>
/// What visitors read that no editor wrote, in one language: words, dates and the order of the alphabet. All of it is
/// in one file for each language, since the platform's own data change with the version of ICU, and pages must not
/// (R3). Immutable.
/// </summary>
public sealed class Locale
{
    private const string Folder = "locales/";

    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>
    {
        ["no"] = "nb",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the months, in full and brief: pages show many dates.</summary>
    private readonly string[] _months;
    private readonly string[] _briefMonths;

    private Locale(string language, string name, FrozenDictionary<string, string> texts)
    {
        (Language, Name, Texts) = (language, name, texts);
        Order = new LetterOrder(texts["alphabet"], texts["alphabet.alike"]);
        _months = [.. Enumerable.Range(1, 12).Select(m => texts[$"month.{Digits(m)}"])];
        _briefMonths = [.. Enumerable.Range(1, 12).Select(m => texts[$"month.{Digits(m)}.brief"])];
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
    public string Text(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Find(key, values) ?? throw new KeyNotFoundException($"There is no text {key}.");

    /// <inheritdoc cref="Text"/>
    /// <returns>The text; <c>null</c> if there is none.</returns>
    public string? Find(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Texts.TryGetValue(key, out var text)
        || Texts.TryGetValue($"{key}.{(ValueOf("count", values) == "1" ? "one" : "other")}", out text)
            ? Filled(text, values)
            : null;

    /// <summary>"5 oktober 2019"</summary>
    public string Day(DateTimeOffset moment) =>
        Text("date", ("day", Digits(moment.Day)), ("month", NameOf(moment.Month)), ("year", Digits(moment.Year)));

    /// <summary>"5 oktober 2019 kl. 18.30", without the time at midnight.</summary>
    public string DayAndTime(DateTimeOffset moment) => moment.TimeOfDay < TimeSpan.FromMinutes(1)
        ? Day(moment)
        : Text("date.time", ("date", Day(moment)), ("hour", Part(moment, "HH")), ("minute", Part(moment, "mm")));

    /// <summary>"5 okt."; "5 maj"</summary>
    public string BriefDay(DateTimeOffset moment) =>
        Text("date.brief", ("day", Digits(moment.Day)), ("month", _briefMonths[moment.Month - 1]));

    /// <summary>"oktober 2019"</summary>
    public string NameOf(Month month) =>
        Text("date.month", ("month", NameOf(month.Number)), ("year", Digits(month.Year)));

    /// <param name="month">1–12.</param>
    public string NameOf(int month) => _months[month - 1];

    /// <summary>"Eva Ek, Per Berg och Ulf Li"</summary>
    /// <param name="names">One or more.</param>
    public string NamesOf(IReadOnlyList<string> names) => names.Count == 1
        ? names[0]
        : Text("names", ("first", string.Join(", ", names.SkipLast(1))), ("last", names[^1]));

    /// <summary>A text with the values in its placeholders; a placeholder without one stays.</summary>
    private static string Filled(string text, ReadOnlySpan<(string Name, string Value)> values)
    {
        if (values.IsEmpty)
        {
            return text;
        }

        var filled = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var start)
        {
            var length = rest[start..].IndexOf('}') + 1;
            filled.AppendFormatted(rest[..start]);
            if (ValueOf(rest.Slice(start + 1, length - 2), values) is { } value)
            {
                filled.AppendLiteral(value);
            }
            else
            {
                filled.AppendFormatted(rest.Slice(start, length));
            }

            rest = rest[(start + length)..];
        }

        filled.AppendFormatted(rest);
        return filled.ToStringAndClear();
    }

    private static string? ValueOf(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (placeholder, value) in values)
        {
            if (name.SequenceEqual(placeholder))
            {
                return value;
            }
        }

        return null;
    }

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
}
