namespace Lysekil.Publishing.Tests.Golden;

/// <summary>
/// The document is that of the tests' tables. After a change that is meant:
/// <c>LYSEKIL_GOLDEN=write dotnet test tests/Lysekil.Publishing.Tests --filter EditorsFilesDocumentTests</c>.
/// </summary>
public class EditorsFilesDocumentTests
{
    [Fact]
    public void The_document_holds_the_files_of_the_tests()
    {
        var path = Path.GetFullPath(Path.Combine(GoldenFolder.Path, "../../../docs/editors-files.md"));
        var document = EditorsFilesDocument.Write();
        if (GoldenFolder.IsToBeWritten)
        {
            File.WriteAllText(path, document);
        }

        Assert.Equal(File.ReadAllText(path), document);
    }
}
