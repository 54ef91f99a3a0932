using System.Text;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Sources;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests;

/// <summary>Values that do not matter, and short ways to those that do.</summary>
internal static class Some
{
    /// <summary>A Monday morning in Lysekil.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 5, 4, 10, 0, 0, TimeSpan.FromHours(2));

    public static TimeZoneInfo Stockholm { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static RegionalSettings Sweden { get; } = new(Stockholm, Locale.Swedish);

    public static SourcePath ArticlePath { get; } = new("artiklar/2019/2019-10-05-hostmote.md");

    public static FakeTimeProvider Clock() => new(Now);

    /// <summary>An article's file: a title and two paragraphs.</summary>
    public static string Article(string title, string text = "Ett stycke om saken.") =>
        $"# {title}\n\n{text}\n\nOch ett till.\n";

    /// <summary>An article's file with front matter, a setting a line.</summary>
    public static string ArticleWith(
        string settings, string title = "Rubriken", string text = "Ett stycke om saken.") =>
        $"---\n{settings}\n---\n# {title}\n\n{text}\n";

    /// <summary>Reads a file as the article <see cref="ArticlePath"/>.</summary>
    public static ManuscriptReading Reading(string text, string? path = null) =>
        Reading(Encoding.UTF8.GetBytes(text), path);

    public static ManuscriptReading Reading(byte[] bytes, string? path = null) => Reading(bytes, path, Sweden);

    /// <summary>Reads a file as that of a site with other regional settings.</summary>
    public static ManuscriptReading Reading(byte[] bytes, string? path, RegionalSettings region) =>
        ManuscriptReader.Read(path is null ? ArticlePath : new SourcePath(path), bytes, Now, region);

    /// <summary>A text that must be readable, as HTML.</summary>
    public static string Html(string markdown, Uri? page = null) => Markdown(markdown).ToHtml(page);

    /// <summary>A text below a title, read as all of an editor's file is, as HTML.</summary>
    public static string HtmlOfFile(string markdown) => Reading($"# Rubriken\n\n{markdown}").Text!.ToHtml();

    public static MarkdownText Markdown(string markdown)
    {
        var (text, refusal) = MarkdownText.Read(markdown, ArticlePath, firstLine: 1);
        Assert.Null(refusal);
        return text!;
    }

    public static byte[] Fixture(string name)
    {
        using var stream = typeof(Some).Assembly.GetManifestResourceStream("fixtures/" + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
