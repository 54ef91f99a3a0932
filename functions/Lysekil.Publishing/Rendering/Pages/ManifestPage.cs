using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The manifest (W3C, Web Application Manifest) by which a visitor puts the site on the home screen. The front page
/// alone names it: it is where the site then begins.
/// </summary>
internal static class ManifestPage
{
    private static readonly JsonSerializerOptions Written =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true, NewLine = "\n" };

    public static RenderedPage Render(Site site)
    {
        var settings = site.Settings;
        var own = settings.Favicon is { } icon ? PageKey.Asset(icon).Url : null;
        var background = $"{settings.Colours.Background ?? Palette.Light.Background}";
        var manifest = new JsonObject
        {
            ["name"] = settings.Title,
            ["lang"] = settings.Language,
            ["id"] = PageKey.Front.Url,
            ["start_url"] = PageKey.Front.Url,
            ["display"] = "minimal-ui",
            ["background_color"] = background,
            ["theme_color"] = background,
            ["icons"] = new JsonArray(new JsonObject
            {
                ["src"] = own ?? PageKey.TouchIcon.Url,
                ["sizes"] = own is null ? "192x192" : "any", // Its size is not among the settings.
                ["type"] = "image/png",
            }),
        };
        return RenderedPage.Text(manifest.ToJsonString(Written) + "\n", "application/manifest+json");
    }
}
