using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class SitePictureTests
{
    [Theory]
    [InlineData("/bilder/dela.jpg", "bilder/dela.jpg")]
    [InlineData("bilder/Vy över hamnen.webp", "bilder/Vy över hamnen.webp")]
    public void A_picture_to_share_is_one_of_the_site(string picture, string path)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes($"shareImage: '{picture}'"));

        Assert.Empty(diagnostics);
        Assert.Equal((path, null), (settings!.ShareImage!.Value, settings.Logo));
    }

    [Theory]
    [InlineData("shareImage: /bilder/dela.svg", "bildens plats på webbplatsen, som /bilder/dela.jpg")]
    [InlineData("shareImage: https://annan.exempel.se/dela.jpg", "bilden ska vara PNG, WebP eller JPEG")]
    [InlineData("favicon: /bilder/ikon.jpg", "som /bilder/ikon.png; bilden ska vara PNG")]
    [InlineData("feeds: ingress", "lead för bara ingressen i flödena, eller full för hela artikeln")]
    [InlineData("share: på knappen", "true för att visa knappen Dela, eller false")]
    [InlineData("share: [true, false]", "true för att visa knappen Dela, eller false")]
    public void What_cannot_be_used_is_left_out_and_told_of(string written, string remedy)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes($"title: x\n{written}"));

        Assert.Equal(
            (null, null, false, false),
            (settings!.ShareImage, settings.Favicon, settings.Share, settings.FeedsHaveLeads));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((Severity.Warning, "value", 2), (diagnostic.Severity, diagnostic.Code, diagnostic.Line));
        Assert.Contains(remedy, diagnostic.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("share: false\nfeeds: full", false)]
    [InlineData("share: TRUE\nfeeds: Lead", true)]
    public void Switches_are_on_or_off(string written, bool isOn)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes($"title: x\n{written}"));

        Assert.Empty(diagnostics);
        Assert.Equal((isOn, isOn), (settings!.Share, settings.FeedsHaveLeads));
    }

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
