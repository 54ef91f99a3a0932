using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup.Links;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The main picture in the settings: an address, or a mapping with the picture's texts, as Hugo and Astro have it.
/// </summary>
/// <param name="Url">An absolute URL or a path of the site; <c>null</c> if there is no picture.</param>
/// <param name="Asset">The site's own file.</param>
/// <param name="Line">The line in the file.</param>
/// <param name="Alt">Plain text; <c>null</c> if there is none.</param>
/// <param name="Caption">Plain text; <c>null</c> if there is none, or no picture.</param>
/// <param name="Credit">The photographer, likewise.</param>
internal sealed record MainPicture(
    string? Url, SourcePath? Asset, int Line, string? Alt, string? Caption, string? Credit)
{
    /// <summary>The point around which lists crop the picture; <c>null</c> for the point that draws the eye.</summary>
    public FocalPoint? Focus { get; private init; }

    private const int MostCharactersOfUrl = 1_000;
    private const int MostCharactersOfAlt = 500;
    private const int MostCharactersOfCaption = 500;
    private const int MostCharactersOfCredit = 200;

    /// <summary>Words before the photographer's name, which the page writes itself.</summary>
    private static readonly string[] CreditWords = ["Foto:", "Foto ", "Fotograf:", "Bild:", "Photo:", "Kuva:"];

    /// <summary>The setting that a name nested in the picture's setting stands for.</summary>
    private static readonly FrozenDictionary<string, string> Parts = new Dictionary<string, string>
    {
        ["src"] = "image",
        ["url"] = "image",
        ["image"] = "image",
        ["path"] = "image",
        ["bild"] = "image",
        ["alt"] = "image_alt",
        ["caption"] = "image_caption",
        ["bildtext"] = "image_caption",
        ["credit"] = "image_credit",
        ["fotograf"] = "image_credit",
        ["focus"] = "image_focus",
        ["bildfokus"] = "image_focus",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static MainPicture Read(SettingValues values, SourcePath path)
    {
        var setting = values.Preferred("image");
        if (setting is { Entry.Values.Count: > 1 })
        {
            values.Diagnostics.Add(DiagnosticCatalog.PicturesUnused(setting.Entry.Line, setting.Key));
        }

        var caption = Text("image_caption", MostCharactersOfCaption);
        var credit = Text("image_credit", MostCharactersOfCredit) is { } written ? WithoutWord(written) : null;
        var picture = new MainPicture(
            null, null, setting?.Entry.Line ?? 0, Text("image_alt", MostCharactersOfAlt), caption, credit)
        {
            Focus = ReadFocus(values, setting),
        };
        if (UrlIn(setting) is not { } url)
        {
            if ((caption, credit, picture.Focus) is not (null, null, null))
            {
                string[] names = ["image_caption", "image_credit", "image_focus"];
                var unused = names.SelectMany(values.Written.FindAll).FirstOrDefault() ?? setting!;
                values.Diagnostics.Add(DiagnosticCatalog.PictureSettingUnused(unused.Entry.Line, unused.Key));
            }

            return picture with { Caption = null, Credit = null, Focus = null };
        }

        if (url.Length <= MostCharactersOfUrl && LinkTarget.Read(url, path, isImage: true) is { } target)
        {
            if (target.Host is { } host)
            {
                values.Diagnostics.Add(DiagnosticCatalog.PictureElsewhere(picture.Line, target.Url, host));
            }

            return picture with { Url = target.Url, Asset = target.Asset };
        }

        values.Diagnostics.Add(DiagnosticCatalog.ValueInvalid(
            picture.Line, setting!.Key, url, "bildens plats, som /bilder/hamnen.jpg"));
        return picture;

        string? Text(string name, int most) =>
            NestedIn(setting, name) is { Value: var value, Path: var part, Line: var line }
                && values.Written.Find(name) is null
                ? values.Line($"{setting!.Key}.{part}", line, value, most)
                : values.Line(name, most);
    }

    /// <summary>Whether a value nested in the picture's setting is read, by its path.</summary>
    public static bool IsPart(string path) => Parts.ContainsKey(path);

    private static FocalPoint? ReadFocus(SettingValues values, WrittenSetting? image)
    {
        if (values.Preferred("image_focus") is { } setting)
        {
            return Read(setting.Key, setting.Entry.Line, string.Join(' ', setting.Entry.Values));
        }

        return NestedIn(image, "image_focus") is { } nested
            ? Read($"{image!.Key}.{nested.Path}", nested.Line, nested.Value)
            : null;

        FocalPoint? Read(string key, int line, string text)
        {
            var point = FocalPoint.Parse(text);
            if (point is null)
            {
                values.Diagnostics.Add(DiagnosticCatalog.FocusInvalid(line, key, text));
            }

            return point;
        }
    }

    private static string? UrlIn(WrittenSetting? setting) =>
        setting is null ? null
        : setting.Entry.HasValue ? setting.Entry.Value
        : NestedIn(setting, "image")?.Value;

    private static FrontMatter.NestedValue? NestedIn(WrittenSetting? setting, string name) =>
        setting?.Entry.Nested.FirstOrDefault(n =>
            n.Value.Length > 0 && Parts.TryGetValue(n.Path, out var part) && part == name);

    private static string WithoutWord(string credit)
    {
        var word = CreditWords.FirstOrDefault(w => credit.StartsWith(w, StringComparison.OrdinalIgnoreCase));
        return word is null ? credit : credit[word.Length..].TrimStart();
    }
}
