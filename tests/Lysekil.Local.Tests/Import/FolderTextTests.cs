using System.Text;

namespace Lysekil.Local.Tests.Import;

/// <summary>How texts of other systems are read: their characters, and their dates.</summary>
public sealed class FolderTextTests : IDisposable
{
    private readonly ImportedFolder _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void A_text_in_Windows_1252_keeps_its_letters()
    {
        var path = _import.Source.Write("_posts/2020-01-02-kajen.md", "");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("# Blåbär på Åsön\r\n"));

        Assert.Empty(_import.Run());

        Assert.Equal("# Blåbär på Åsön\n", _import.Text("artiklar/2020-01-02-kajen.md"));
    }

    [Fact]
    public void A_file_that_is_no_text_is_left_out_and_told()
    {
        _import.Source.Write("_posts/2020-01-02-kajen.md", "Kajen \u0001.\n");
        _import.Source.Write("_posts/2020-01-03-bryggan.md", "Bryggan.\n");

        var notes = _import.Run();

        // A line for the developer, and one for the editor.
        Assert.Equal("_posts/2020-01-02-kajen.md: It cannot be read, and is left out, for this reason:", notes[0]);
        Assert.StartsWith("_posts/2020-01-02-kajen.md: Filen är inte en textfil", notes[1], StringComparison.Ordinal);
        Assert.Equal(2, notes.Count);
        Assert.Equal(["artiklar/2020-01-03-bryggan.md"], _import.Files);
    }

    [Theory]
    [InlineData("kajen.md", "date: 2026-03-24", "2026-03-24-kajen.md")]
    [InlineData("kajen.md", "created: 2026-03-24 10:00", "2026-03-24-kajen.md")]
    [InlineData("kajen.md", "date: 2026-03-23T23:30:00Z", "2026-03-24-kajen.md")]
    [InlineData("2026-03-01-kajen.md", "date: 2026-04-02", "2026-04-02-kajen.md")]
    [InlineData("2026_3_4 Kajen.md", "title: Kajen", "2026-03-04-kajen.md")]
    [InlineData("2026-03-24.md", "title: Kajen", "2026-03-24-2026-03-24.md")]
    [InlineData("kajen.md", "date: i våras", "kajen.md")]
    public void The_day_of_an_article_is_that_of_its_settings_or_its_name(string name, string setting, string imported)
    {
        _import.Source.Write($"posts/{name}", $"---\n{setting}\n---\nKajen.\n\ndate: 1999-01-01\n");

        _import.Run();

        Assert.Equal([$"artiklar/{imported}"], _import.Files);
    }

    [Fact]
    public void A_moment_has_its_day_in_the_time_zone_of_the_site()
    {
        _import.Content.Write("site.yaml", "timeZone: America/New_York\n");
        _import.Source.Write("posts/kajen.md", "---\ndate: 2026-03-24T02:00:00Z\n---\nKajen.\n");

        _import.Run();

        Assert.Equal(["artiklar/2026-03-23-kajen.md"], _import.Files);
    }

    [Fact]
    public void A_note_without_a_date_gets_the_day_on_which_it_was_saved_in_the_time_zone_of_the_site()
    {
        _import.Source.Write(".obsidian/app.json", "{}");
        var path = _import.Source.Write("Kajen.md", "# Kajen\n");
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 3, 23, 23, 30, 0, DateTimeKind.Utc));

        var note = Assert.Single(_import.Run());

        Assert.Contains("2026-03-24", note, StringComparison.Ordinal);
        Assert.Equal(["artiklar/2026-03-24-kajen.md"], _import.Files);
    }
}
