using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

/// <summary>
/// A picture that earlier rules accepted, and that today's rules refuse. It is an ordinary picture whose header is
/// changed in storage into that of a lossless one (ITU T.81, table B.1), which is never decoded.
/// </summary>
public class RefusedCopyTests
{
    private const string Picture = "bilder/hamn.jpg";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public RefusedCopyTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task Its_pages_stay_as_they_are_and_no_message_fails()
    {
        _site.Upload(Picture, SamplePicture.Noise(900, 600, SKEncodedImageFormat.Jpeg));
        _site.Upload("artiklar/2026-05-01-kajen.md", "# Kajen\n\nText.\n\n![Kajen](/bilder/hamn.jpg)\n");
        await _site.SettleAsync();
        await AcceptAsEarlierRulesDidAsync();
        var before = Pictures();

        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();

        Assert.Equal(3, before.Count);
        Assert.Equal(before, Pictures());
        Assert.Contains("srcset=", _site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    /// <summary>New rules have a new version, by which a reconcile finds all that earlier ones accepted.</summary>
    [Fact]
    public async Task It_is_told_on_the_desk_and_its_last_version_stays_live()
    {
        _site.Upload(Picture, SamplePicture.Noise(900, 600, SKEncodedImageFormat.Jpeg));
        await _site.SettleAsync();
        await AcceptAsEarlierRulesDidAsync();
        var before = Pictures();

        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();

        Assert.Contains("ovanlig sorts JPEG", _site.Told, StringComparison.Ordinal);
        Assert.Equal(before, Pictures());
    }

    /// <summary>What earlier rules accepted, in copies that an earlier engine made.</summary>
    private async Task AcceptAsEarlierRulesDidAsync()
    {
        var source = _site.Storage.Content.Blobs[Picture];
        _site.Storage.Accepted.Put(ContentHash.Of(source.Content.Span).Value, Unusual());
        _site.Storage.Content.Restore(source with { Content = Unusual() });
        foreach (var (page, blob) in _site.Storage.Web.Blobs)
        {
            if (page.StartsWith("bilder/", StringComparison.Ordinal))
            {
                _site.Storage.Web.Put(page, blob.Content.Span, blob.Properties.Headers with { Hash = "0" });
            }
        }

        var row = _site.Storage.Index.Rows.Single(r => r.Key == IndexKeys.Source(new SourcePath(Picture)));
        var columns = new Dictionary<string, string>(row.Columns) { ["rules"] = "0" };
        await _site.Storage.Index.CommitAsync([new RowChange.Replace(row.Key, columns, row.ETag)], default);
    }

    private static byte[] Unusual()
    {
        var file = SamplePicture.Noise(900, 600, SKEncodedImageFormat.Jpeg);
        file[file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 1] = 0xC3;
        return file;
    }

    private Dictionary<string, string> Pictures() => _site.Storage.Web.Blobs
        .Where(b => b.Key.StartsWith("bilder/", StringComparison.Ordinal))
        .ToDictionary(b => b.Key, b => b.Value.Properties.ETag.Value);
}
