namespace Lysekil.Local.Tests.Import;

/// <summary>Saved pages: their dates, and what of them is the text.</summary>
public sealed class PageFolderTests : IDisposable
{
    private readonly ImportedFolder _import = new();

    public void Dispose() => _import.Dispose();

    [Theory]
    [InlineData("<time datetime=\"18:00\">18:00</time>", "sidor/kajen.md")]
    [InlineData("<time datetime=\"PT2H\">i två timmar</time>", "sidor/kajen.md")]
    [InlineData(
        "<time datetime=\"18:00\">18:00</time> <time datetime=\"2019-10-05\">i dag</time>",
        "artiklar/2019-10-05-kajen.md")]
    [InlineData("<time datetime=\"2019-10-05T23:30:00-04:00\">i dag</time>", "artiklar/2019-10-06-kajen.md")]
    [InlineData("<time datetime=\"2019-10-05T22:30:00Z\">i dag</time>", "artiklar/2019-10-06-kajen.md")]
    public void The_day_of_a_page_is_that_of_the_site_and_never_follows_from_the_clock(string time, string imported)
    {
        Assert.Empty(Run($"<article><h1>Kajen</h1><p>Text {time}.</p></article>"));

        Assert.Equal([imported], _import.Files);
    }

    [Fact]
    public void A_date_that_cannot_be_read_is_told()
    {
        _import.Source.Write(
            "kajen.html",
            "<meta property=\"article:published_time\" content=\"i våras\"><article><h1>Kajen</h1>Text.</article>");

        Assert.Contains("i våras", Assert.Single(_import.Run()), StringComparison.Ordinal);
        Assert.Equal(["sidor/kajen.md"], _import.Files);
    }

    [Fact]
    public void The_lead_and_the_boxes_of_an_article_stay()
    {
        Assert.Empty(Run(
            """
            <header>Bladet</header><article><header><h1>Kajen</h1><p>Ingressen.</p></header><p>Texten.</p>
            <aside><h2>Fakta</h2><p>Kajen är lång.</p></aside><footer>Text: Anna</footer></article>
            <aside>Väder</aside>
            """));

        Assert.Equal(
            "---\ntitle: Kajen\naliases: [/kajen.html]\n---\n\n"
                + "Ingressen.\n\nTexten.\n\n## Fakta\n\nKajen är lång.\n\nText: Anna\n",
            _import.Text("sidor/kajen.md"));
    }

    [Fact]
    public void What_is_left_out_of_the_main_part_is_told()
    {
        var note = Assert.Single(Run("<main><nav>Dela</nav><h1>Kajen</h1><p>Texten.</p><form></form></main>"));

        Assert.Contains("element nav", note, StringComparison.Ordinal);
        Assert.EndsWith("---\n\nTexten.\n", _import.Text("sidor/kajen.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_of_a_page_that_does_not_mark_its_main_part_is_told()
    {
        var notes = Run("<header>Bladet</header><h1>Kajen</h1><p>Texten.</p><footer>Tel. 1</footer>");

        Assert.Equal(["header", "footer"], notes.Select(n => n.Split(' ')[3]));
        Assert.EndsWith("---\n\nTexten.\n", _import.Text("sidor/kajen.md"), StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Run(string body)
    {
        _import.Source.Write("kajen.html", $"<!doctype html><html><body>{body}</body></html>");
        return _import.Run();
    }
}
