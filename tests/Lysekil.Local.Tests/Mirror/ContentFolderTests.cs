using Lysekil.Local.Mirror;

namespace Lysekil.Local.Tests.Mirror;

public sealed class ContentFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ContentFolderTests() => _folder.Write("artiklar/2026-01-01-hel.md", "# Hel");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("artiklar/a\u0001b.md", "artiklar/a<U+0001>b.md", "ett osynligt tecken; det visas här som <U+0001>")]
    [InlineData("artiklar/a\nb.md", "artiklar/a<U+000A>b.md", "ett osynligt tecken; det visas här som <U+000A>")]
    [InlineData("artiklar/a\u007Fb.md", "artiklar/a<U+007F>b.md", "ett osynligt tecken; det visas här som <U+007F>")]
    [InlineData("artiklar/a\u0085b.md", "artiklar/a<U+0085>b.md", "ett osynligt tecken; det visas här som <U+0085>")]
    [InlineData("artiklar/a\uFFFEb.md", "artiklar/a<U+FFFE>b.md", "ett osynligt tecken; det visas här som <U+FFFE>")]
    [InlineData("artiklar/m\tm/x.md", "artiklar/m<U+0009>m/x.md", "ett osynligt tecken; det visas här som <U+0009>")]
    [InlineData("artiklar/a\uFFFDb.md", "artiklar/a\uFFFDb.md", "går att läsa; de visas här som \uFFFD")]
    [InlineData("bilder/a\\b.png", "bilder/a\\b.png", "ett omvänt snedstreck (\\)")]
    public void A_name_that_no_blob_can_have_is_refused_and_leaves_the_others(string name, string shown, string message)
    {
        _folder.Write(name, "# Rubrik");

        var (files, refused) = Read();

        var file = Assert.Single(refused);
        Assert.Equal((shown, "name"), (file.Path.ToString(), file.Diagnostic.Code));
        Assert.Contains(message, file.Diagnostic.Message, StringComparison.Ordinal);
        Assert.StartsWith("Byt namn.", file.Diagnostic.Remedy, StringComparison.Ordinal);
        Assert.Equal(["artiklar/2026-01-01-hel.md"], files.Select(f => f.Name));
    }

    [Theory]
    [InlineData(@"artiklar/2026-01-02-\377.md", "artiklar/2026-01-02-\uFFFD.md")]
    [InlineData(@"artiklar/m\366te/2026-01-02-x.md", "artiklar/m\uFFFDte/")]
    [InlineData(@"artiklar/\355\240\200.md", "artiklar/\uFFFD\uFFFD\uFFFD.md")]
    public void So_is_one_that_is_no_utf_8_and_a_folder_of_such_a_name(string path, string shown)
    {
        using var broken = new BrokenName(_folder.FullPath, path);

        var (files, refused) = Read();

        var file = Assert.Single(refused);
        Assert.Equal(shown, file.Path.ToString());
        Assert.Contains("tecken som inte går att läsa", file.Diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(["artiklar/2026-01-01-hel.md"], files.Select(f => f.Name));
    }

    [Fact]
    public void A_path_that_is_too_long_for_a_blob_is_refused()
    {
        _folder.Write(string.Join('/', Enumerable.Repeat(new string('a', 200), 6)) + "/x.md", "# Rubrik");

        Assert.Contains("för långt", Assert.Single(Read().Refused).Diagnostic.Message, StringComparison.Ordinal);
    }

    /// <summary>A Mac may store å as two characters, others store one: on Linux both lie side by side.</summary>
    [Fact]
    public void Of_two_files_of_one_name_the_second_is_refused()
    {
        _folder.Write("artiklar/2026-01-02-\u00E5.md", "# Ett tecken");
        _folder.Write("artiklar/2026-01-02-a\u030A.md", "# Två tecken");

        var (files, refused) = Read();

        Assert.Equal(["artiklar/2026-01-01-hel.md", "artiklar/2026-01-02-å.md"], files.Select(f => f.Name));
        Assert.Equal("# Två tecken", File.ReadAllText(files[1].FullPath));
        Assert.Equal("artiklar/2026-01-02-\u00E5.md", Assert.Single(refused).Path.Value);
    }

    [Fact]
    public void Leftovers_are_passed_over_whatever_their_names()
    {
        _folder.Write("Icon\r", "");
        _folder.Write(".dold\u0001/x.md", "");
        _folder.Write("artiklar/a\\b.md~", "");

        Assert.Empty(Read().Refused);
    }

    private FolderContents Read() => new ContentFolder(_folder.FullPath).Read();
}
