using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// What a template names that does not exist: variables, members, filters, texts of the locale, and the time.
/// </summary>
internal static partial class TemplateRemarks
{
    /// <summary>The most warnings about one template.</summary>
    private const int Most = 10;

    private static readonly IReadOnlyList<string> KnownFilters =
    [
        .. PageModels.Options(
            new ThemeFileProvider(new Dictionary<string, string>(StringComparer.Ordinal)),
            isLimited: true,
            Locale.Swedish).Filters.Select(f => f.Key),
    ];

    /// <param name="name">The template's file.</param>
    /// <param name="text">The file.</param>
    /// <param name="template">The template in it, as it was parsed.</param>
    public static IEnumerable<Diagnostic> On(string name, string text, IFluidTemplate template)
    {
        var names = TemplateNames.In(template, TemplateVariables.Of(name));
        if (names.Filters.FirstOrDefault(f => IsOfTime(f.Name) && Literal(f) is "now" or "today") is { } clock)
        {
            return [DiagnosticCatalog.TemplateUsesClock(LineOf(text, Quoted(Literal(clock)!)), name)];
        }

        return
        [
            .. names.Unknown().Select(u => DiagnosticCatalog.TemplateNameUnknown(
                    LineOf(text, Word(u.Path + u.Name)),
                    name,
                    u.Path + u.Name,
                    NearestName.Of(u.Name, u.Known) is { } meant ? u.Path + meant : null,
                    mayBeSet: u.Path.Length == 0 && TemplateVariables.IsShared(name)))
                .Concat(UnknownFilters(name, text, names))
                .Take(Most),
        ];
    }

    private static IEnumerable<Diagnostic> UnknownFilters(string name, string text, TemplateNames names)
    {
        var filters = names.Filters.DistinctBy(f => (f.Name, f.Name == LocaleOptions.Filter ? Literal(f) : ""));
        foreach (var filter in filters)
        {
            if (!KnownFilters.Contains(filter.Name, StringComparer.Ordinal))
            {
                yield return DiagnosticCatalog.TemplateFilterUnknown(
                    LineOf(text, Word(filter.Name)), name, filter.Name, NearestName.Of(filter.Name, KnownFilters));
            }
            else if (filter.Name == LocaleOptions.Filter
                && Literal(filter) is { } key
                && Locale.Swedish.Find(key) is null)
            {
                yield return DiagnosticCatalog.TemplateTextUnknown(
                    LineOf(text, Quoted(key)), name, key, NearestName.Of(key, Locale.Swedish.Texts.Keys));
            }
        }
    }

    private static bool IsOfTime(string filter) => filter is "date" or "format_date" or "time_zone";

    private static string? Literal(FilterExpression filter) =>
        filter.Input is LiteralExpression { Value: Fluid.Values.StringValue text } ? text.ToStringValue() : null;

    /// <summary>The line of the first tag with a match, from 1; <c>null</c> if there is none.</summary>
    private static int? LineOf(string text, Regex what)
    {
        foreach (var tag in Tag().EnumerateMatches(text))
        {
            foreach (var match in what.EnumerateMatches(text.AsSpan(tag.Index, tag.Length)))
            {
                return 1 + text.AsSpan(0, tag.Index + match.Index).Count('\n');
            }
        }

        return null;
    }

    private static Regex Word(string name) =>
        new($@"(?<![\w.]){Regex.Escape(name)}(?!\w)", RegexOptions.CultureInvariant);

    private static Regex Quoted(string text) => new($"[\"']{Regex.Escape(text)}[\"']", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\{[{%].*?[%}]\}", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
