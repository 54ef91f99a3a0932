using System.Text;
using Lysekil.Publishing.Publication;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>
/// Messages that no editor and no event made. One that is not base64 never reaches the engine: the functions host puts it
/// aside, and so does the local runner (<c>QueuePumpTests</c>).
/// </summary>
[Collection(HostileInputCollection.Name)]
public class MessageTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Subject = "/blobServices/default/containers/content/blobs/";

    private readonly HostileSite _site = new();

    [Theory]
    [InlineData("")]
    [InlineData("hej")]
    [InlineData("\0\u0001")]
    [InlineData("<xml/>")]
    [InlineData("{\"publish\":")]
    [InlineData("{\"publish\":{\"publish\":1}}")]
    [InlineData("{\"publish\":\"\\udc00\"}")]
    [InlineData("eyJwdWJsaXNoIjoieCJ9")]
    public void What_is_not_JSON_or_nothing_of_ours_is_dropped(string message)
    {
        Assert.Empty(_site.Send(message));
        _site.SendRefresh(message);
        _site.AssertGoesOn();
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void JSON_nested_ten_thousand_times_is_dropped(string opening)
    {
        Assert.Empty(_site.Send(Repeated.Text(opening, 5_000)));
        _site.SendRefresh(Repeated.Text(opening, 5_000));
        _site.AssertGoesOn();
    }

    [Theory]
    [InlineData("Microsoft.Storage.BlobTierChanged", Subject + Path)]
    [InlineData("Microsoft.EventGrid.SubscriptionValidationEvent", "")]
    [InlineData("Nagot.Annat", Subject + Path)]
    [InlineData("Microsoft.Storage.BlobCreated", "/blobServices/default/containers/$web/blobs/index.html")]
    [InlineData("Microsoft.Storage.BlobCreated", "/blobServices/default/containers/contents/blobs/" + Path)]
    [InlineData("Microsoft.Storage.BlobCreated", "/blobServices/default/containers/CONTENT/blobs/" + Path)]
    [InlineData("Microsoft.Storage.BlobCreated", "")]
    public void An_event_of_an_unknown_type_or_for_another_container_publishes_nothing(string type, string subject)
    {
        Assert.Empty(_site.Send($$"""{"eventType":"{{type}}","subject":"{{subject}}","data":{"api":"PutBlob"} }"""));
        Assert.Empty(_site.Send($$"""{"specversion":"1.0","type":"{{type}}","subject":"{{subject}}","data":{"api":"PutBlob"} }"""));
        _site.AssertGoesOn();
    }

    [Theory]
    [InlineData("artiklar/finns-inte.md")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/")]
    [InlineData("artiklar/\u0000.md")]
    [InlineData("{% x %}")]
    public void A_call_for_a_source_that_is_not_there_finds_nothing_to_do(string path)
    {
        var json = Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(path));

        var outcome = Assert.Single(_site.Send($$"""{"publish":{{json}} }"""));

        Assert.Equal(PublishChange.Unchanged, outcome.Change);
        _site.AssertGoesOn();
    }

    [Theory]
    [InlineData("{\"page\":\"../../x\"}")]
    [InlineData("{\"page\":\"finns/inte/index.html\"}")]
    [InlineData("{\"page\":\"amnen/finns-inte/index.html\"}")]
    [InlineData("{\"page\":\"nyhetsarkiv/99999/13/index.html\"}")]
    [InlineData("{\"page\":\"\"}")]
    [InlineData("{\"rebuild\":\"ja\"}")]
    public void A_call_for_a_page_that_is_not_there_makes_none(string message)
    {
        _site.SendRefresh(message);

        Assert.Empty(_site.Pages);
        _site.AssertGoesOn();
    }
}
