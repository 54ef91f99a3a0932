using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Tests.Contents.Sources;

public class AssetTypeTests
{
    [Theory]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".jpeg", "image/jpeg")]
    [InlineData(".pdf", "application/pdf")]
    [InlineData(".svg", null)]
    [InlineData(".html", null)]
    [InlineData("", null)]
    public void Files_that_a_browser_would_run_are_not_served(string extension, string? contentType) =>
        Assert.Equal(contentType, AssetType.Of(extension));

    [Theory]
    [InlineData("application/pdf", "%PDF-1.7", true)]
    [InlineData("application/pdf", "<html>", false)]
    [InlineData("image/gif", "GIF89a", true)]
    [InlineData("image/gif", "GIF", false)]
    [InlineData("image/webp", "RIFF0000WEBP", true)]
    [InlineData("image/webp", "RIFF0000WAVE", false)]
    [InlineData("video/mp4", "0000ftypisom", true)]
    [InlineData("video/mp4", "0000ftypheic", false)]
    [InlineData("video/mp4", "0000ftypavif", false)]
    [InlineData("audio/mpeg", "ID3", true)]
    [InlineData("audio/mpeg", "", false)]
    [InlineData("text/html", "<html>", false)]
    public void A_file_must_begin_as_its_type_does(string contentType, string start, bool matches) =>
        Assert.Equal(matches, AssetType.Matches(contentType, System.Text.Encoding.ASCII.GetBytes(start)));
}
