using System.Globalization;
using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Tests.Contents.Articles;
using Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;

namespace Lysekil.Publishing.Tests.Golden;

/// <summary>
/// <c>docs/editors-files.md</c>: the files of the tests' tables, what readers see of each, and what its editor is told.
/// </summary>
internal static class EditorsFilesDocument
{
    private const string Introduction =
        """
        # Files as editors have them

        Each file below is a test: what it holds, what a reader sees of it, and what its editor is told. The document
        is written from the tables of the tests; after a change of them:

        ```sh
        LYSEKIL_GOLDEN=write dotnet test tests/Lysekil.Publishing.Tests --filter EditorsFilesDocumentTests
        ```
        """;

    public static string Write()
    {
        var document = new StringBuilder(Introduction).Append('\n');
        foreach (var (title, cases) in Sections())
        {
            document.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
            foreach (var example in cases)
            {
                Append(document, example);
            }
        }

        return document.ToString();
    }

    private static IEnumerable<(string Title, IEnumerable<Case> Cases)> Sections() =>
    [
        ("Settings", SettingsFilesTests.Files.Select(row => Of(row, path: 1, text: 2, seen: 3))),
        ("Titles", TitleFilesTests.Files.Select(row => Of(row, path: null, text: 1, seen: 2))),
        ("Text", InArticle(TextFilesTests.Files)),
        ("Tables", InArticle(TableFilesTests.Files)),
        ("HTML", InArticle(HtmlFilesTests.Files)),
        ("Marks of other programs", InArticle(ForeignFilesTests.Files)),
        ("Text from a word processor", InArticle(PastedFilesTests.Files)),
    ];

    private static IEnumerable<Case> InArticle(IEnumerable<object[]> rows) =>
        rows.Select(row => Of(row, path: null, text: 1, seen: 2));

    private static Case Of(object[] row, int? path, int text, int seen) => new(
        (string)row[0], path is { } at ? (string)row[at] : EditorsFile.Article, (string)row[text], (string)row[seen]);

    private static void Append(StringBuilder document, Case example)
    {
        document.Append(CultureInfo.InvariantCulture, $"\n### {example.What}\n\n");
        if (example.Path != EditorsFile.Article)
        {
            document.Append(CultureInfo.InvariantCulture, $"`{example.Path}`\n\n");
        }

        AppendBlock(document, example.Text);
        document.Append("\nA reader sees:\n\n");
        AppendBlock(document, example.Seen);
        var diagnostics = Some.Reading(example.Text, example.Path).Diagnostics;
        document.Append(diagnostics.Count == 0 ? "" : "\nThe editor is told:\n\n");
        foreach (var (severity, _, line, message, remedy) in diagnostics)
        {
            var kind = severity == Severity.Refusal ? "Publiceras inte" : "Varning";
            var place = line is null ? "" : string.Create(CultureInfo.InvariantCulture, $", rad {line}");
            AppendBlock(document, $"{kind}{place}: {message}\n{remedy}");
        }
    }

    /// <summary>Appends text that Markdown does not change, within a fence that no text has.</summary>
    private static void AppendBlock(StringBuilder document, string text) =>
        document.Append("~~~~~~text\n").Append(text.Trim('\n')).Append("\n~~~~~~\n");

    /// <summary>One file.</summary>
    private sealed record Case(string What, string Path, string Text, string Seen);
}
