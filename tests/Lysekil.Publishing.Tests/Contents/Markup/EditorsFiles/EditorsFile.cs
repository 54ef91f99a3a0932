using System.Globalization;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;

/// <summary>A file as an editor has it, what a reader sees of it, and what the editor is told.</summary>
internal static class EditorsFile
{
    /// <summary>The path of a file whose name does not matter.</summary>
    public const string Article = "artiklar/2026-03-24-kajen.md";

    /// <summary>Asserts that the file is published, and how.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">Its text.</param>
    /// <param name="title">The title of the page.</param>
    /// <param name="html">The text of the page, as HTML.</param>
    /// <param name="told">
    /// The warnings, each as "code:line", separated by spaces; <c>docs/editors-files.md</c> has their words.
    /// </param>
    public static void AssertPublished(string path, string file, string title, string html, string told)
    {
        var reading = Some.Reading(file, path);

        Assert.Equal(told, string.Join(' ', reading.Diagnostics.Select(Told)));
        Assert.Equal(title, reading.Manuscript!.Title);
        Assert.Equal(html, reading.Text!.ToHtml().TrimEnd('\n'));
    }

    private static string Told(Diagnostic diagnostic) =>
        string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Code}:{diagnostic.Line}");
}
