using System.Globalization;
using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;
using Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;
using Lysekil.Publishing.Tests.Contents.Word;
using Lysekil.Publishing.Tests.Publication;

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
        ("Settings by their names", WithSettings(NameFilesTests.Files)),
        ("Dates", WithSettings(DateFilesTests.Files)),
        ("Drafts", WithSettings(DraftFilesTests.Files)),
        ("Addresses", WithSettings(AddressFilesTests.Files)),
        ("Main pictures", WithSettings(PictureSettingFilesTests.Files)),
        ("Mistakes in settings", WithSettings(MistakeFilesTests.Files)),
        ("Titles", TitleFilesTests.Files.Select(row => Of(row, path: null, text: 1, seen: 2))),
        ("Text", InArticle(TextFilesTests.Files)),
        ("Tables", InArticle(TableFilesTests.Files)),
        ("HTML", InArticle(HtmlFilesTests.Files)),
        ("Marks of other programs", InArticle(ForeignFilesTests.Files)),
        ("Text from a word processor", InArticle(PastedFilesTests.Files)),
        ("Word documents, by their body", DocumentFilesTests.Files.Select(row => new Case(
            (string)row[0],
            EditorsFile.Article,
            (string)row[1],
            (string)row[2],
            DocumentFilesTests.Read(DocumentFilesTests.DocumentOf((string)row[1])).Diagnostics))),
        ("Files that are named as Word documents, by what they are", DocumentFilesTests.Refused.Select(row => new Case(
            (string)row[0],
            EditorsFile.Article,
            (string)row[1],
            "refused",
            DocumentFilesTests.Read(DocumentFilesTests.FileOf((string)row[1])).Diagnostics))),
        ("Pictures and other files, by what they are", AssetFilesTests.Files.Select(row => new Case(
            (string)row[0],
            (string)row[1],
            (string)row[2],
            (string)row[3],
            AssetFilesTests.Validated((string)row[1], (string)row[2]).Diagnostics))),
    ];

    private static IEnumerable<Case> WithSettings(IEnumerable<object[]> rows) =>
        rows.Select(row => Of(row, path: 1, text: 2, seen: 3));

    private static IEnumerable<Case> InArticle(IEnumerable<object[]> rows) =>
        rows.Select(row => Of(row, path: null, text: 1, seen: 2));

    private static Case Of(object[] row, int? path, int text, int seen)
    {
        var (name, file) = (path is { } at ? (string)row[at] : EditorsFile.Article, (string)row[text]);
        return new Case((string)row[0], name, file, (string)row[seen], Some.Reading(file, name).Diagnostics);
    }

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
        document.Append(example.Told.Count == 0 ? "" : "\nThe editor is told:\n\n");
        foreach (var (severity, _, line, message, remedy) in example.Told)
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
    private sealed record Case(string What, string Path, string Text, string Seen, IReadOnlyList<Diagnostic> Told);
}
