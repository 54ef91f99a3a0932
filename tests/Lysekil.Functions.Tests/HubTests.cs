using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lysekil.Functions.Tests;

/// <summary>What goes over the wire to a hub, by a listener on this machine.</summary>
public sealed class HubTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient _client = Hub.Client(TimeSpan.FromSeconds(20));

    public HubTests() => _listener.Start();

    private Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/nav?x=y");

    [Theory]
    [InlineData("200 OK")]
    [InlineData("202 Accepted")]
    [InlineData("204 No Content")]
    public async Task A_hub_is_told_as_its_protocol_asks(string answer)
    {
        var answering = AnswerAsync(answer);

        await new Hub(_client).TellAsync(Address, new Uri("https://www.exempel.se/rss.xml"), default);

        var (head, body) = await answering;
        Assert.StartsWith("POST /nav?x=y HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("hub.mode=publish&hub.url=https%3A%2F%2Fwww.exempel.se%2Frss.xml", body);
    }

    /// <summary>A redirect is not followed: the address is the editor's, and where it leads on is somebody else's.</summary>
    [Theory]
    [InlineData("400 Bad Request")]
    [InlineData("503 Service Unavailable")]
    [InlineData("307 Temporary Redirect\r\nLocation: http://127.0.0.1:1/")]
    public async Task An_answer_that_is_no_success_is_a_fault(string answer)
    {
        var answering = AnswerAsync(answer);

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => TellAsync(_client));

        Assert.Equal(answer[..3], $"{(int)fault.StatusCode!}");
        await answering;
    }

    [Fact]
    public async Task A_hub_that_does_not_answer_is_not_waited_for()
    {
        using var impatient = Hub.Client(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAsync<TaskCanceledException>(() => TellAsync(impatient)); // Nobody accepts the connection.

        Assert.InRange(Hub.Patience, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_hub_that_is_not_there_is_a_fault()
    {
        _listener.Stop();

        await Assert.ThrowsAsync<HttpRequestException>(() => TellAsync(_client, new Uri("http://127.0.0.1:1/")));
    }

    public void Dispose()
    {
        _client.Dispose();
        _listener.Dispose();
    }

    private Task TellAsync(HttpClient client, Uri? hub = null) =>
        new Hub(client).TellAsync(hub ?? Address, new Uri("https://www.exempel.se/rss.xml"), default);

    /// <summary>Takes one request, whole, and answers it.</summary>
    private async Task<(string Head, string Body)> AnswerAsync(string status)
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        await using var stream = connection.GetStream();
        var (text, buffer) = ("", new byte[4_096]);
        while (!text.EndsWith("rss.xml", StringComparison.Ordinal)) // The body's last word.
        {
            var read = await stream.ReadAsync(buffer);
            Assert.NotEqual(0, read);
            text += Encoding.ASCII.GetString(buffer, 0, read);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (text[..(end + 2)], text[(end + 4)..]);
    }
}
