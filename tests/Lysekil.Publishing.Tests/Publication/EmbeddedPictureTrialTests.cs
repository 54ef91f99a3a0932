using System.Text;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Tests.Contents.Word;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// A picture that a text holds itself, and that has ended a process, is known by its content from then on. A first
/// attempt holds no trial, so what it opened would be shown: the pictures here are all harmless.
/// </summary>
public class EmbeddedPictureTrialTests
{
    private const string Text = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";
    private const string Told = "kraschade när det försökte öppna den";

    private static readonly string Deadly = Data(SamplePicture.Png());

    private readonly DeadlyPictures _trial = new() { Dies = true };
    private readonly SimulatedSite _site;

    public EmbeddedPictureTrialTests() => _site = new SimulatedSite(Some.Clock(), trial: _trial);

    /// <summary>A text is validated again when a file that it uses comes.</summary>
    [Fact]
    public async Task It_is_left_out_and_not_opened_when_the_same_text_is_validated_again()
    {
        var outcome = await UploadAsync(2, $"# Kajen\n\nText.\n\n{Deadly} ![Hamnen](/bilder/hamn.png)\n");
        Assert.Equal(PublishChange.Published, outcome.Change);
        Assert.Contains(outcome.Diagnostics, d => d.Message.Contains(Told, StringComparison.Ordinal));
        Assert.DoesNotContain("<img", _site.Pages[Page], StringComparison.Ordinal);

        _site.Upload("bilder/hamn.png", SamplePicture.Png(5, 4));
        await _site.SettleAsync();

        Assert.Contains("<img src=\"/bilder/hamn.png\"", _site.Pages[Page], StringComparison.Ordinal);
        AssertIsLeftOut();
        Assert.Equal(1, _trial.Held);
    }

    [Fact]
    public async Task It_is_not_opened_in_later_versions_of_the_text_while_another_picture_is()
    {
        await UploadAsync(2, $"# Kajen\n\nText.\n\n{Deadly}\n");

        await UploadAsync(1, $"# Kajen\n\nNy text.\n\n{Data(SamplePicture.Png(5, 4))}\n\n{Deadly}\n");

        Assert.Contains("width=\"5\" height=\"4\"", _site.Pages[Page], StringComparison.Ordinal);
        AssertIsLeftOut();
        Assert.Equal(1, _trial.Held);
    }

    [Theory]
    [InlineData("---\ndraft: true\n---\n", "draft")]
    [InlineData("---\ndate: 2026-06-01\nslug: kajen\n---\n", "scheduled")]
    public async Task It_is_known_of_a_text_that_is_not_live_yet(string settings, string state)
    {
        await UploadAsync(2, $"{settings}# Kajen\n\nText.\n\n{Deadly}\n");
        Assert.Equal(state, _site.Storage.Content.Blobs[Text].Tags["state"]);

        await UploadAsync(1, $"# Kajen\n\nText.\n\n{Deadly}\n");

        AssertIsLeftOut();
        Assert.Equal(1, _trial.Held);
    }

    [Fact]
    public async Task It_is_still_known_after_a_version_that_is_refused()
    {
        await UploadAsync(2, $"# Kajen\n\nText.\n\n{Deadly}\n");
        await UploadAsync(1, "---\ntitle: Trasig\n");

        await UploadAsync(1, $"# Kajen\n\nLagad.\n\n{Deadly}\n");

        Assert.Contains("Lagad.", _site.Pages[Page], StringComparison.Ordinal);
        AssertIsLeftOut();
    }

    [Fact]
    public async Task It_is_known_in_a_Word_document_too()
    {
        const string Document = "artiklar/2026-05-01-kajen.docx";
        await UploadAsync(2, WordPictureTests.WithPicture("hamnen.png", "Kajen"), Document);

        await UploadAsync(1, WordPictureTests.WithPicture("hamnen.png", "Kajen", Docx.P("Mer.")), Document);

        Assert.Contains("Mer.", _site.Pages[Page], StringComparison.Ordinal);
        AssertIsLeftOut();
        Assert.Equal(1, _trial.Held);
    }

    /// <summary>
    /// Other rules may come with another decoder. R3: The text stays the same, and its picture is kept only now.
    /// </summary>
    [Fact]
    public async Task Other_rules_open_it_again_and_show_it_if_they_can()
    {
        await UploadAsync(2, $"# Kajen\n\nText.\n\n{Deadly}\n");
        var row = _site.Storage.Index.Rows.Single(r => r.Key == IndexKeys.Source(new SourcePath(Text)));
        var columns = new Dictionary<string, string>(row.Columns) { ["rules"] = "0" };
        await _site.Storage.Index.CommitAsync([new RowChange.Replace(row.Key, columns, row.ETag)], default);

        await AttemptAsync(1, Text);

        var picture = Assert.Single(_site.Pages.Keys, p => p.StartsWith("bilder/", StringComparison.Ordinal)
            && p.EndsWith(".png", StringComparison.Ordinal));
        Assert.Contains($"<img src=\"/{picture}\"", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Empty((await RecordAsync()).FatalPictures);
    }

    [Fact]
    public async Task It_is_forgotten_with_the_text_that_held_it()
    {
        await UploadAsync(2, $"# Kajen\n\nText.\n\n{Deadly}\n");
        Assert.Single((await RecordAsync()).FatalPictures);

        _site.Delete(Text);
        await _site.SettleAsync();

        Assert.Empty((await RecordAsync()).FatalPictures);
    }

    /// <summary>A preview has no earlier attempt that could tell of the picture.</summary>
    [Fact]
    public async Task A_preview_tries_it_once_and_leaves_it_out()
    {
        for (var i = 0; i < 2; i++)
        {
            var file = Encoding.UTF8.GetBytes($"# Kajen\n\nText {i}.\n\n{Deadly}\n");
            var preview = await _site.Engine.Preview.RenderAsync(new SourcePath(Text), file, default);

            Assert.Contains(preview.Diagnostics, d => d.Message.Contains(Told, StringComparison.Ordinal));
        }

        Assert.Equal(1, _trial.Held);
    }

    private static string Data(byte[] picture) =>
        $"![Kajen](data:image/png;base64,{Convert.ToBase64String(picture)})";

    private void AssertIsLeftOut()
    {
        Assert.DoesNotContain("width=\"3\" height=\"2\"", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains(Told, _site.Told, StringComparison.Ordinal);
    }

    private async Task<SourceRecord> RecordAsync() =>
        (await new SiteIndex(_site.Storage.Index).FindSourceAsync(new SourcePath(Text), default))!.Value;

    private Task<PublishOutcome> UploadAsync(int attempt, string text) =>
        UploadAsync(attempt, Encoding.UTF8.GetBytes(text), Text);

    private Task<PublishOutcome> UploadAsync(int attempt, byte[] file, string path)
    {
        _site.Storage.Content.Put(path, file);
        return AttemptAsync(attempt, path);
    }

    private async Task<PublishOutcome> AttemptAsync(int attempt, string path)
    {
        var message = ContentEvent.Publish(new SourcePath(path));
        var outcomes = await _site.Engine.ContentEvents.HandleAsync(new(message, attempt), default);
        await _site.SettleAsync();
        return Assert.Single(outcomes);
    }
}
