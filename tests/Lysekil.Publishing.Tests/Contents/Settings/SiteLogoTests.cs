using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class SiteLogoTests
{
    [Theory]
    [InlineData("/bilder/logotyp.png", "bilder/logotyp.png")]
    [InlineData("bilder/Logga & namn.JPG", "bilder/Logga & namn.JPG")]
    [InlineData("bilder/logotyp.webp", "bilder/logotyp.webp")]
    public void A_logo_is_a_picture_of_the_site(string logo, string path)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes($"logo: '{logo}'"));

        Assert.Empty(diagnostics);
        Assert.Equal(path, settings!.Logo!.Value);
    }

    [Theory]
    [InlineData("/bilder/logotyp.svg")]
    [InlineData("/bilder/logotyp.gif")]
    [InlineData("/bilder/stadgar.pdf")]
    [InlineData("https://annan.exempel.se/logotyp.png")]
    [InlineData("../logotyp.png")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/om/")]
    [InlineData("logotypen")]
    public void Anything_else_is_left_out_and_told_of(string logo)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes($"title: x\nlogo: '{logo}'"));

        Assert.Null(settings!.Logo);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((Severity.Warning, "value", 2), (diagnostic.Severity, diagnostic.Code, diagnostic.Line));
        Assert.Contains("PNG, WebP eller JPEG", diagnostic.Remedy, StringComparison.Ordinal);
    }
}
