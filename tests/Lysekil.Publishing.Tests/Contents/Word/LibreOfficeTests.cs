using System.Diagnostics;

namespace Lysekil.Publishing.Tests.Contents.Word;

/// <summary>A document that LibreOffice saved is the same article as one by Word's own rules.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lysekil-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [LibreOfficeFact]
    public async Task A_document_by_LibreOffice_is_the_same_article_as_one_by_Word()
    {
        var expected = SampleDocument.Markdown(SampleDocument.Word());

        Assert.Equal(expected, SampleDocument.Markdown(await SavedAsync("docx")));
        Assert.Equal(expected, SampleDocument.Markdown(await SavedAsync("odt")));
    }

    /// <summary>The document as LibreOffice saves it, with a profile of its own.</summary>
    private async Task<byte[]> SavedAsync(string format)
    {
        var source = Path.Combine(_folder, "kajen.fodt");
        await File.WriteAllTextAsync(source, SampleDocument.OpenDocument);
        var start = new ProcessStartInfo(
            LibreOfficeFactAttribute.Program,
            [
                "--headless", $"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile")).AbsoluteUri}",
                "--convert-to", format, "--outdir", _folder, source,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        var document = Path.Combine(_folder, $"kajen.{format}");
        Assert.True(File.Exists(document), await output + await errors);
        return await File.ReadAllBytesAsync(document);
    }
}
