using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Tests.Golden;
using Microsoft.Extensions.FileProviders;

namespace Lysekil.Publishing.Tests.Rendering.Templates;

/// <summary><c>docs/theme.md</c> has every file, variable, member, filter and limit of themes, and no other.</summary>
public partial class ThemeDocumentTests
{
    private static readonly string Document =
        File.ReadAllText(Path.GetFullPath(Path.Combine(GoldenFolder.Path, "../../../docs/theme.md")));

    private static readonly string BuiltIn = Path.GetFullPath(Path.Combine(
        GoldenFolder.Path, "../../../functions/Lysekil.Publishing/Rendering/Templates/Default"));

    /// <summary>Words of Liquid, and what each template has.</summary>
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal)
    {
        "site", "page", "template", "forloop", "if", "elsif", "else", "endif", "unless", "endunless", "for", "endfor",
        "in", "limit", "offset", "include", "assign", "capture", "endcapture", "and", "or", "raw", "capitalize",
        "around", "language", "crop", "true", "false", "t",
    };

    public static TheoryData<string, Type> Models => new()
    {
        { "`site`", typeof(SiteModel) },
        { "`page`", typeof(PageHeadModel) },
        { "An article", typeof(CardModel) },
        { "A correction", typeof(CorrectionModel) },
        { "A part of a byline", typeof(BylinePart) },
        { "A section", typeof(FrontSection) },
        { "A picture", typeof(PictureModel) },
        { "A date", typeof(ShownDate) },
        { "A headline", typeof(HeadlineModel) },
        { "A period", typeof(PeriodModel) },
        { "A link", typeof(TopicLink) },
        { "A translation", typeof(TranslationModel) },
        { "A contact", typeof(ContactModel) },
        { "An analytics service", typeof(AnalyticsModel) },
        { "An entry of the menu", typeof(MenuEntry) },
    };

    public static TheoryData<string> Templates =>
        [.. Theme.FileNames.Where(name => name.EndsWith(".liquid", StringComparison.Ordinal))];

    [Fact]
    public void Each_file_stands_there() => Assert.Equal(
        Theme.FileNames.Order(StringComparer.Ordinal), Names(Section("Files")).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_member_stands_there(string heading, Type model)
    {
        var members = model.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => SnakeCase(p.Name));

        Assert.Equal(members.Order(StringComparer.Ordinal), Names(Section(heading)).Order(StringComparer.Ordinal));
    }

    /// <summary>The built-in template uses each variable that stands there for it, or its includes do.</summary>
    [Theory]
    [MemberData(nameof(Templates))]
    public void Each_variable_that_a_built_in_template_uses_stands_there(string name)
    {
        var row = Section("Files").Split('\n').Single(l => l.StartsWith($"| `{name}` |", StringComparison.Ordinal));
        var documented = Code().Matches(row[row.LastIndexOf(" | ", StringComparison.Ordinal)..])
            .Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var text = File.ReadAllText(Path.Combine(BuiltIn, name));
        var loops = Loop().Matches(text).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var assigned = Assigned().Matches(text).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        var used = Tag().Matches(text)
            .SelectMany(tag => Variable().Matches(ArgumentName().Replace(Quoted().Replace(tag.Value, ""), "")))
            .Select(m => m.Value)
            .Where(v => !Everywhere.Contains(v) && !loops.Contains(v) && !assigned.Contains(v))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(used.Except(documented));
        var explained = Section("Files");
        Assert.All(documented, v => Assert.Contains($"`{v}`", explained[explained.LastIndexOf("| variable |",
            StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Each_variable_that_a_template_is_given_stands_there(string name)
    {
        string[] everywhere = ["site", "page", "template"];
        var row = Section("Files").Split('\n').Single(l => l.StartsWith($"| `{name}` |", StringComparison.Ordinal));
        var documented = Code().Matches(row[row.LastIndexOf(" | ", StringComparison.Ordinal)..])
            .Select(m => m.Groups[1].Value);
        var given = TemplateVariables.Of(name).Keys.Except(everywhere);

        Assert.Empty(documented.Except(given));
        Assert.True(TemplateVariables.IsShared(name) || !given.Except(documented).Any());
    }

    [Fact]
    public void Each_filter_stands_there() => Assert.Equal(
        PageModels.Options(new NullFileProvider(), isLimited: true, Locale.Swedish).Filters.Select(f => f.Key)
            .Order(StringComparer.Ordinal),
        Code().Matches(Section("Filters").Split("\n\n")[1]).Select(m => m.Groups[1].Value)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(PageModels.MostSteps)]
    [InlineData(TemplateBudget.MostCharacters)]
    [InlineData(TemplateLimits.MostNumbers)]
    [InlineData(TemplateNesting.MostLevels)]
    [InlineData(TemplateNesting.MostCharactersOfATag)]
    public void Each_limit_stands_there(int limit) => Assert.Contains(
        $" {limit.ToString("N0", CultureInfo.InvariantCulture)} ", Section("What is refused").Replace('\n', ' '),
        StringComparison.Ordinal);

    /// <summary>A section with its heading, up to the next heading of any level.</summary>
    private static string Section(string heading)
    {
        var start = Regex.Match(Document, $"^#+ {Regex.Escape(heading)}$", RegexOptions.Multiline).Index;
        Assert.NotEqual(0, start);
        var end = Document.IndexOf("\n#", start, StringComparison.Ordinal);
        return end < 0 ? Document[start..] : Document[start..end];
    }

    /// <summary>What the rows of the first table are about.</summary>
    private static IEnumerable<string> Names(string section) => section.Split('\n')
        .SkipWhile(line => !line.StartsWith('|'))
        .TakeWhile(line => line.StartsWith('|'))
        .Skip(2)
        .Select(row => Code().Match(row).Groups[1].Value);

    private static string SnakeCase(string name) =>
        Capital().Replace(name, m => "_" + m.Value).ToLowerInvariant();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\{[{%].*?[%}]\}")]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Quoted();

    /// <summary>The name of an argument, as in <c>t: month: month.name</c>.</summary>
    [GeneratedRegex(@"\b[a-z_]+: ")]
    private static partial Regex ArgumentName();

    [GeneratedRegex(@"(?<![\w.])[a-z_]+\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\bfor ([a-z_]+) in")]
    private static partial Regex Loop();

    [GeneratedRegex(@"\bassign ([a-z_]+) =")]
    private static partial Regex Assigned();
}
