using System.Collections.Immutable;
using System.Text;
using Fluid;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>The compiled templates (Liquid) and the style sheet of a site; immutable.</summary>
public sealed class Theme
{
    public const string StyleSheetName = "stil.css";

    private static readonly ImmutableSortedDictionary<string, string> BuiltIn = ReadBuiltIn();

    /// <summary>Compiled once, since most sites use most of the built-in templates.</summary>
    private static readonly ImmutableDictionary<string, IFluidTemplate> BuiltInTemplates = BuiltIn
        .Where(f => f.Key != StyleSheetName).ToImmutableDictionary(
            f => f.Key, f => Compile(f.Key, f.Value), StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, IFluidTemplate> _templates;
    private readonly Locale _locale;

    /// <param name="replacements">
    /// The files, by name, that replace built-in ones; a template that cannot be parsed is ignored.
    /// </param>
    /// <param name="ownStyle">Rules of the site's settings, which follow those of the style sheet.</param>
    /// <param name="locale">The language of what no editor wrote; <c>null</c>: Swedish.</param>
    public Theme(IReadOnlyDictionary<string, string> replacements, string ownStyle = "", Locale? locale = null)
    {
        _locale = locale ?? Locale.Swedish;
        var files = BuiltIn.ToDictionary(
            f => f.Key, f => replacements.GetValueOrDefault(f.Key, f.Value), StringComparer.Ordinal);
        HasTemplates = replacements.Keys.Any(BuiltInTemplates.ContainsKey);
        StyleSheet = Encoding.UTF8.GetBytes(files[StyleSheetName] + ownStyle);
        StyleSheetPage = PageKey.StyleSheet(ContentHash.Of(StyleSheet));
        _templates = BuiltInTemplates.SetItems(replacements
            .Where(f => BuiltInTemplates.ContainsKey(f.Key)).Select(
                f => KeyValuePair.Create(f.Key, Compile(f.Key, f.Value))));
        Options = PageModels.Options(new ThemeFileProvider(files), isLimited: HasTemplates, _locale);
    }

    /// <summary>The names of the files of a theme.</summary>
    public static IEnumerable<string> FileNames => BuiltIn.Keys;

    /// <summary>The hash of all built-in files.</summary>
    public static ContentHash BuiltInHash { get; } =
        ContentHash.Of(Encoding.UTF8.GetBytes(string.Join('\0', BuiltIn.Select(f => f.Key + '\0' + f.Value))));

    /// <summary>The built-in files, with one of them replaced.</summary>
    internal static IReadOnlyDictionary<string, string> FilesWith(string name, string text) =>
        BuiltIn.SetItem(name, text);

    public byte[] StyleSheet { get; }

    /// <summary>
    /// The page of the style sheet. Its name contains the content's hash, so that browsers can cache it for ever.
    /// </summary>
    public PageKey StyleSheetPage { get; }

    internal TemplateOptions Options { get; }

    /// <summary>Whether the site replaces any template.</summary>
    internal bool HasTemplates { get; }

    /// <summary>The theme with the same style sheet and the built-in templates.</summary>
    internal Theme WithoutTemplates() =>
        new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [StyleSheetName] = Encoding.UTF8.GetString(StyleSheet),
            },
            locale: _locale);

    /// <param name="name">The name without <c>.liquid</c>.</param>
    internal IFluidTemplate Template(string name) => _templates[name + ".liquid"];

    private static IFluidTemplate Compile(string name, string text) =>
        ThemeFile.TryParse(text, isLimited: text != BuiltIn[name], out var template, out _) ? template
        : text != BuiltIn[name] ? BuiltInTemplates[name]
        : throw new InvalidDataException($"The built-in template {name} cannot be read.");

    private static ImmutableSortedDictionary<string, string> ReadBuiltIn()
    {
        const string Prefix = "theme/";
        var assembly = typeof(Theme).Assembly;
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(
            n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[Prefix.Length..];
            var text = reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
            // The lines of the style sheet are for its authors alone: each would cost every visitor a byte.
            files[name] = name == StyleSheetName ? text.Replace("\n", "", StringComparison.Ordinal) : text;
        }

        return files.ToImmutable();
    }
}
