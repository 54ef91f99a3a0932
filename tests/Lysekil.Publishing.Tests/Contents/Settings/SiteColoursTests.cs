using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class SiteColoursTests
{
    /// <summary>The setting, and the four colours that a site has by it.</summary>
    public static TheoryData<string, string> Usable => new()
    {
        { "colours:\n  accent: '#0b5f8a'", "#0b5f8a - - -" },
        { "colours:\n  accent: 0b5f8a\n  background: \"#FFF\"", "#0b5f8a #ffffff - -" },
        { "Colours: { Accent: '#0b5f8a' }", "#0b5f8a - - -" },
        { "colours:\n  darkAccent: '#ffb3a3'\n  darkBackground: '#000'", "- - #ffb3a3 #000000" },
        { "colours:", "- - - -" },
        { "title: x", "- - - -" },
    };

    /// <summary>The setting, the colours, and the line, code and a part of what is told.</summary>
    public static TheoryData<string, string, int, string, string> Unusable => new()
    {
        { "colours:\n  accent: röd\n  background: '#fff'", "- #ffffff - -", 2, "value",
            "”röd” inte passar" },
        { "colours:\n  accent: #0b5f8a", "- - - -", 2, "value", "saknar värde" },
        { "colours: '#0b5f8a'", "- - - -", 1, "value", "colours används inte" },
        { "colours: [a, b]", "- - - -", 1, "value", "colours används inte" },
        { "colours:\n  accennt: '#0b5f8a'", "- - - -", 2, "unknown-key", "”accennt” är okänd" },
        { "colours:\n  accent: '#f5d76e'\n  background: '#fff'", "- #ffffff - -", 2, "contrast",
            "mellan #f5d76e och #ffffff är 1,4:1, och för att texten ska gå att läsa behövs minst 4,5:1" },
        { "colours:\n  accent: '#777777'\n  background: '#ffffff'", "- #ffffff - -", 2, "contrast", "är 4,4:1" },
        { "colours:\n  background: '#777'", "- - - -", 2, "contrast", "mellan #777777 och #586069" },
        { "colours:\n  darkAccent: '#7a1f1f'", "- - - -", 2, "contrast", "mellan #7a1f1f och #14181b" },
        { "colours:\n  darkBackground: '#fff'", "- - - -", 2, "contrast", "mellan #ffffff och" },
    };

    [Theory]
    [MemberData(nameof(Usable))]
    public void A_site_has_the_colours_that_it_states(string yaml, string colours)
    {
        var (settings, diagnostics) = Read(yaml);

        Assert.Empty(diagnostics);
        Assert.Equal(colours, TextOf(settings));
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_colour_that_cannot_be_used_is_told_of_and_the_others_hold(
        string yaml, string colours, int line, string code, string told)
    {
        var (settings, diagnostics) = Read(yaml);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((Severity.Warning, code, line), (diagnostic.Severity, diagnostic.Code, diagnostic.Line));
        Assert.Contains(told, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(colours, TextOf(settings));
    }

    [Theory]
    [InlineData("accent: '#ccc'", "mörkare")]
    [InlineData("background: '#777'", "ljusare")]
    [InlineData("darkAccent: '#333'", "ljusare")]
    [InlineData("darkBackground: '#777'", "mörkare")]
    public void The_remedy_says_which_way_to_go(string colour, string way) => Assert.Contains(
        $"Välj en {way} färg.",
        Assert.Single(Read($"colours:\n  {colour}").Diagnostics).Remedy,
        StringComparison.Ordinal);

    private static string TextOf(SiteSettings settings) => string.Join(' ', new[]
    {
        settings.Colours.Accent, settings.Colours.Background, settings.Colours.DarkAccent,
        settings.Colours.DarkBackground,
    }.Select(c => c?.ToString() ?? "-"));

    private static (SiteSettings Settings, IReadOnlyList<Diagnostic> Diagnostics) Read(string yaml)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes(yaml));
        return (settings!, diagnostics);
    }
}
