using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>The variables that each template is given, with the types of their values.</summary>
internal static partial class TemplateVariables
{
    private static readonly Dictionary<string, Type> Everywhere = new(StringComparer.Ordinal)
    {
        ["site"] = typeof(SiteModel),
        ["page"] = typeof(PageHeadModel),
        ["template"] = typeof(string),
    };

    private static readonly (string Name, Type Type)[] Text =
        [("article", typeof(CardModel)), ("html", typeof(string))];

    private static readonly (string Name, Type Type) Articles = ("articles", typeof(IEnumerable<CardModel>));
    private static readonly (string Name, Type Type) Topic = ("topic", typeof(TopicLink));
    private static readonly (string Name, Type Type) Years = ("years", typeof(IEnumerable<PeriodModel>));
    private static readonly (string Name, Type Type) Months = ("months", typeof(IEnumerable<PeriodModel>));
    private static readonly (string Name, Type Type) Year = ("year", typeof(string));
    private static readonly (string Name, Type Type) YearUrl = ("year_url", typeof(string));

    /// <summary>Those of the templates that pages are rendered with.</summary>
    private static readonly Dictionary<string, (string Name, Type Type)[]> OfPages = new(StringComparer.Ordinal)
    {
        ["archive.liquid"] = [Years, ("count", typeof(int))],
        ["article.liquid"] =
        [
            .. Text, ("older", typeof(CardModel)), ("newer", typeof(CardModel)), ("month", typeof(TopicLink)),
            ("related", typeof(IEnumerable<CardModel>)),
        ],
        ["author.liquid"] = [("author", typeof(TopicLink)), ("email", typeof(string)), Articles],
        ["day.liquid"] = [Articles, ("month", typeof(TopicLink)), Year, YearUrl],
        ["front.liquid"] =
        [
            Articles, ("arranged", typeof(IEnumerable<CardModel>)), ("sections", typeof(IEnumerable<FrontSection>)),
        ],
        ["month-days.liquid"] =
            [("days", typeof(IEnumerable<PeriodModel>)), ("month", typeof(string)), Year, YearUrl],
        ["month.liquid"] = [Articles, ("month", typeof(string)), Year, YearUrl],
        ["not-found.liquid"] = [],
        ["redirect.liquid"] = [("target_url", typeof(string))],
        ["search.liquid"] = [("months", typeof(string))],
        ["standing-page.liquid"] = Text,
        ["topic-month.liquid"] = [Topic, ("month", typeof(string)), Year, YearUrl, Articles],
        ["topic-year-months.liquid"] = [Topic, Year, Months],
        ["topic-year.liquid"] = [Topic, Year, Articles],
        ["topic.liquid"] = [Topic, Articles, Years],
        ["topics.liquid"] = [("topics", typeof(IEnumerable<PeriodModel>))],
        ["year.liquid"] = [Year, Months],
    };

    /// <summary>Those that others set for the templates that they include, and the layout's own.</summary>
    private static readonly Dictionary<string, (string Name, Type Type)[]> OfShared = new(StringComparer.Ordinal)
    {
        ["card.liquid"] = [("card", typeof(CardModel)), ("in_section", typeof(bool))],
        ["layout.liquid"] = [("content", typeof(string))],
        ["picture-text.liquid"] = [],
        ["picture.liquid"] =
        [
            ("card", typeof(CardModel)), ("alt", typeof(string)), ("sizes", typeof(string)), ("first", typeof(bool)),
        ],
    };

    /// <summary>Whether others include the template, so that they may set any variable for it.</summary>
    public static bool IsShared(string template) => OfShared.ContainsKey(template);

    /// <summary>
    /// The variables of a template; a shared one may have those of each page. The type is <see cref="object"/> where it
    /// differs from page to page.
    /// </summary>
    public static FrozenDictionary<string, Type> Of(string template)
    {
        IEnumerable<(string Name, Type Type)> own = OfPages.TryGetValue(template, out var ofPage)
            ? ofPage
            : OfPages.Values.Append(OfShared.GetValueOrDefault(template, [])).SelectMany(v => v);
        return own.Concat(Everywhere.Select(v => (v.Key, v.Value)))
            .GroupBy(v => v.Item1, v => v.Item2, StringComparer.Ordinal)
            .ToFrozenDictionary(
                v => v.Key, v => v.Distinct().Count() == 1 ? v.First() : typeof(object), StringComparer.Ordinal);
    }

    /// <summary>The members of a type's values, by the names that templates have for them.</summary>
    public static IReadOnlyDictionary<string, Type> MembersOf(Type type) => type.GetProperties().ToDictionary(
        p => Capital().Replace(p.Name, "_$0").ToLowerInvariant(), p => Shown(p.PropertyType), StringComparer.Ordinal);

    /// <summary>Whether a type is one of the models, whose members are all known.</summary>
    public static bool IsModel(Type type) => type.Assembly == typeof(TemplateVariables).Assembly;

    private static Type Shown(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? Shown(value)
        : type == typeof(DateTimeOffset) ? typeof(ShownDate)
        : type;

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
