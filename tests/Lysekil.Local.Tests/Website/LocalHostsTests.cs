using System.Net;
using Lysekil.Desk.SignIn;
using Lysekil.Local.Website;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Website;

public sealed class LocalHostsTests
{
    private readonly SimulatedStorage _storage = new(TimeProvider.System);

    /// <summary>A foreign page may lead its own name to this machine (DNS rebinding).</summary>
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:4280", HttpStatusCode.OK)]
    [InlineData("anna.localhost:4280", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:4280", HttpStatusCode.OK)]
    [InlineData("desk.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("notlocalhost", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.1", HttpStatusCode.MisdirectedRequest)]
    public async Task Site_and_desk_are_closed_under_a_name_that_is_not_this_machine_s(
        string host, HttpStatusCode expected)
    {
        _storage.Web.Put("index.html", "<!doctype html>", new BlobHeaders("text/html"));
        var desk = new LocalDesk(_storage.Site, DeskRole.Publisher, TimeProvider.System);
        await using var website = await WebsiteHost.StartAsync(
            _storage.Site, desk, () => [], port: 0, TimeProvider.System, default);
        using var http = new HttpClient();

        foreach (var address in new[] { website.Address, website.DeskAddress })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Host = host;
            Assert.Equal(expected, (await http.SendAsync(request)).StatusCode);
        }
    }
}
