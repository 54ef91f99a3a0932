using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Tests.Golden;

namespace Lysekil.Publishing.Tests.Rendering.Templates;

public class TemplateRemarksTests
{
    private static readonly string BuiltIn = Path.GetFullPath(Path.Combine(
        GoldenFolder.Path, "../../../functions/Lysekil.Publishing/Rendering/Templates/Default"));

    public static TheoryData<string> Templates =>
        [.. Theme.FileNames.Where(name => name.EndsWith(".liquid", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_built_in_template_names_nothing_that_does_not_exist(string name) =>
        Assert.Empty(Check(name, File.ReadAllText(Path.Combine(BuiltIn, name))));

    [Theory]
    [InlineData("article.liquid", "{{ artikle.title }}", "artikle", "Skriv article i stället.")]
    [InlineData("article.liquid", "{{ article.titel }}", "article.titel", "Skriv article.title i stället.")]
    [InlineData(
        "article.liquid", "{{ article.date.iso8601 }}",
        "article.date.iso8601", "Rätta namnet eller ta bort det.")]
    [InlineData(
        "article.liquid", "{{ article.picture.widht }}",
        "article.picture.widht", "Skriv article.picture.width i stället.")]
    [InlineData("article.liquid", "{{ site.namn }}", "site.namn", "Rätta namnet eller ta bort det.")]
    [InlineData(
        "front.liquid", "{% for a in articles %}{{ a.leadInBody }}{% endfor %}",
        "a.leadInBody", "Skriv a.lead_in_body i stället.")]
    [InlineData(
        "front.liquid", "{{ articles.first.titel }}",
        "articles.first.titel", "Skriv articles.first.title i stället.")]
    [InlineData(
        "front.liquid", "{% assign top = articles.first %}{{ top.titel }}",
        "top.titel", "Skriv top.title i stället.")]
    [InlineData("front.liquid", "{{ html | raw }}", "html", "Rätta namnet eller ta bort det.")]
    [InlineData(
        "card.liquid", "{{ stor }}",
        "stor", "Rätta namnet eller ta bort det. Sätter en annan mall det, behöver inget göras.")]
    public void A_variable_that_does_not_exist_is_told_with_its_line_and_the_nearest_name(
        string name, string tag, string written, string remedy)
    {
        var told = Assert.Single(
            Check(name, $"<p>{written}</p>\n{{% comment %}}{written}{{% endcomment %}}\n\n{tag}\n"));

        Assert.Equal((Severity.Warning, "template-name", 4), (told.Severity, told.Code, told.Line!.Value));
        Assert.Equal($"Mallen {name} använder ”{written}”, som inte finns; där står ingenting.", told.Message);
        Assert.Equal(remedy, told.Remedy);
    }

    [Theory]
    [InlineData("{{ site.title | uppcase }}", "uppcase", "Skriv upcase i stället.")]
    [InlineData("{{ site.title | versaler }}", "versaler", "Rätta namnet eller ta bort filtret.")]
    public void A_filter_that_does_not_exist_is_told(string text, string filter, string remedy)
    {
        var told = Assert.Single(Check("layout.liquid", "\n" + text));

        Assert.Equal((2, remedy), (told.Line, told.Remedy));
        Assert.Equal(
            $"Mallen layout.liquid använder filtret ”{filter}”, som inte finns; det ändrar ingenting.",
            told.Message);
    }

    [Fact]
    public void A_text_that_the_locale_does_not_have_is_told()
    {
        var told = Assert.Single(Check("layout.liquid", "{{ 'archiv' | t }}{{ 'articles' | t: count: 2 }}"));

        Assert.Equal(
            (1, "Mallen layout.liquid hämtar texten ”archiv”, som inte finns; där står ingenting."),
            (told.Line, told.Message));
        Assert.Equal("Skriv 'archive' i stället.", told.Remedy);
    }

    [Theory]
    [InlineData("{{ 'now' | date: '%Y' }}", 2)]
    [InlineData("{% if article %}{{ \"today\" | date: '%Y' }}{% endif %}", 2)]
    [InlineData("{% assign time = 'now' %}{{ time | date: '%Y' }}", null)]
    public void The_time_is_refused(string text, int? line)
    {
        var told = Assert.Single(Check("article.liquid", "\n" + text));

        Assert.Equal((Severity.Refusal, "template", line), (told.Severity, told.Code, told.Line));
        Assert.Equal(
            "Mallen article.liquid frågar efter tiden just nu, men en sida skrivs inte om för att tiden går.",
            told.Message);
    }

    [Theory]
    [InlineData("{% for a in articles %}{{ forloop.index }}{{ a.topics.size }}{% endfor %}{{ articles[0].title }}")]
    [InlineData("{% assign x = 1 %}{% assign x = articles %}{{ x.anything }}")]
    [InlineData("{% capture x %}now{% endcapture %}{{ x.size }}{{ 'now' }}")]
    [InlineData("{% if articles == empty or page.image == nil %}{% endif %}")]
    [InlineData("{{ articles | where: 'author', 'x' | size }}")]
    public void What_may_exist_is_not_told(string text) => Assert.Empty(Check("front.liquid", text));

    [Fact]
    public void Very_many_names_are_told_in_part() => Assert.Equal(
        10, Check("front.liquid", string.Concat(Enumerable.Range(0, 2_000).Select(i => $"{{{{ x{i} }}}}"))).Count);

    private static IReadOnlyList<Diagnostic> Check(string name, string text) =>
        ThemeFile.Check(new SourcePath("tema/" + name), Encoding.UTF8.GetBytes(text));
}
