using Lysekil.Publishing.Publication;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>Templates that do not end, or are nested too deep.</summary>
[Collection(HostileInputCollection.Name)]
public class TemplateTests
{
    /// <summary>Stands for a long text.</summary>
    private const string Long = "LONG";

    private readonly HostileSite _site = new();

    [Theory]
    [InlineData("{% for i in (1..2000000000) %}x{% endfor %}")]
    [InlineData("{% assign n = 2000000000 %}{% for i in (1..n) %}x{% endfor %}")]
    [InlineData("{% assign n = '2000000000' %}{% assign r = (1..n) %}")]
    [InlineData("{% for i in (1..9000) %}{% for j in (1..9000) %}{{ i }}{% endfor %}{% endfor %}")]
    [InlineData("{% include 'card' %}")]
    [InlineData("{% include 'year' %}{% for i in (1..20000) %}{% endfor %}")]
    public void A_template_that_never_ends_is_refused(string template)
    {
        _site.Upload("tema/card.liquid", "<p>KORT {{ card.title }}</p>");

        Assert.Contains(
            "tar inte slut", _site.Refused("tema/card.liquid", template, "template").Message, StringComparison.Ordinal);
        Assert.Contains("<p>KORT Efteråt</p>", _site.Pages["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_includes_a_missing_one_is_refused() => Assert.Contains(
        "infogar en mall som inte finns",
        _site.Refused("tema/card.liquid", "{% include 'finns-inte' %}", "template").Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{% assign s = 'x' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}")]
    [InlineData("{% assign s = 'x' %}{% for i in (1..60) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}")]
    [InlineData("{% assign s = 'xx' %}{% for i in (1..60) %}{% assign s = s | replace: 'x', s %}{% endfor %}")]
    [InlineData("{% assign a = 'x,y' | split: ',' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}")]
    [InlineData("{% assign s = 'x,y' %}{% for i in (1..60) %}{% assign s = s | split: ',' | join: s %}{% endfor %}")]
    [InlineData("{% capture s %}" + Long + "{% endcapture %}{% for i in (1..9000) %}{{ s }}{% endfor %}")]
    [InlineData("{% for i in (1..9000) %}" + Long + "{% endfor %}")]
    [InlineData("{% for i in (1..9000) %}{% raw %}" + Long + "{% endraw %}{% endfor %}")]
    [InlineData("{% capture s %}" + Long + "{% endcapture %}{% for i in (1..9000) %}{% cycle s %}{% endfor %}")]
    [InlineData("{% ifchanged %}{% for i in (1..9000) %}" + Long + "{% endfor %}{% endifchanged %}")]
    public void A_template_that_takes_all_memory_is_refused(string template)
    {
        _site.Upload("tema/card.liquid", "<p>KORT {{ card.title }}</p>");
        template = template.Replace(Long, Repeated.Text("x", 3_000), StringComparison.Ordinal);

        Assert.Contains(
            "blir för stor", _site.Refused("tema/card.liquid", template, "template").Message, StringComparison.Ordinal);
        Assert.Contains("<p>KORT Efteråt</p>", _site.Pages["index.html"], StringComparison.Ordinal);
    }

    /// <summary>What .NET throws in a filter is the template's fault, of any kind.</summary>
    [Theory]
    [InlineData("{{ 1 | divided_by: 0 }}")]
    [InlineData("{{ 1 | modulo: 0 }}")]
    [InlineData("{{ 'x' | replace: '', 'y' }}")]
    [InlineData("{{ 5 | format_number: 'Q' }}")]
    public void A_template_whose_filter_fails_is_refused(string template)
    {
        _site.Upload("tema/card.liquid", "<p>KORT {{ card.title }}</p>");

        Assert.Contains(
            "ger ett fel när den används",
            _site.Refused("tema/card.liquid", template, "template").Message,
            StringComparison.Ordinal);
        Assert.Contains("<p>KORT Efteråt</p>", _site.Pages["index.html"], StringComparison.Ordinal);
    }

    /// <summary>A fault that occurs only on a page with content: the built-in template is used.</summary>
    [Theory]
    [InlineData("{% if card %}{% for i in (1..2000000000) %}x{% endfor %}{% endif %}")]
    [InlineData(
        "{% if card %}{% for i in (1..9000) %}{% for j in (1..9000) %}{{ i }}{% endfor %}{% endfor %}{% endif %}")]
    [InlineData("{% if card %}{% include 'card' %}{% endif %}")]
    [InlineData("{% if card %}{% include 'finns-inte' %}{% endif %}")]
    [InlineData("{% if card %}{{ 1 | divided_by: 0 }}{% endif %}")]
    [InlineData(
        "{% if card %}{% assign s = 'x' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{% endif %}")]
    [InlineData("{% if card %}{{ 5 | format_number: 'Q' }}{% endif %}")]
    public void A_template_that_fails_on_a_page_delays_none(string template)
    {
        Assert.NotEqual(PublishChange.Refused, _site.Upload("tema/card.liquid", template).Change);

        _site.AssertGoesOn();
    }

    /// <summary>The parser recurses for each level, and a stack overflow ends the process.</summary>
    [Theory]
    [InlineData("{% if a %}", "x", "{% endif %}")]
    [InlineData("{%- for a in b -%}", "x", "{%- endfor -%}")]
    [InlineData("{% if a %}", "", "")]
    [InlineData("{{ ", "a[a", "]")]
    [InlineData("{% assign a = a", "[a", "")]
    [InlineData("{% if a ", "or a ", "%}")]
    [InlineData("{% liquid ", "if a\n", "%}")]
    public void A_template_nested_ten_thousand_times_is_refused(string opening, string middle, string closing)
    {
        var isNested = opening.EndsWith('}');
        var template = isNested
            ? Repeated.Text(opening, 10_000) + middle + Repeated.Text(closing, 10_000)
            : opening + Repeated.Text(middle, 10_000) + closing;

        Assert.Contains(
            "nivåer", _site.Refused("tema/card.liquid", template, "template").Message, StringComparison.Ordinal);
    }
}
