using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lysekil.Functions.Tests;

/// <summary>
/// The request that a hub receives, and what the sender makes of each answer. A listener on this machine is the hub.
/// </summary>
public sealed class HubTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient _client;

    public HubTests()
    {
        _listener.Start();
        _client = Client(TimeSpan.FromSeconds(20));
    }

    private static Uri Address => new("http://nav.exempel.se/nav?x=y");

    [Theory]
    [InlineData("200 OK")]
    [InlineData("202 Accepted")]
    [InlineData("204 No Content")]
    public async Task A_hub_receives_the_notice_that_its_protocol_defines(string answer)
    {
        var answering = AnswerAsync(answer);

        await new Hub(_client).TellAsync(Address, new Uri("https://www.exempel.se/rss.xml"), default);

        var (head, body) = await answering;
        Assert.StartsWith("POST /nav?x=y HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains(
            "\r\nContent-Type: application/x-www-form-urlencoded\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("hub.mode=publish&hub.url=https%3A%2F%2Fwww.exempel.se%2Frss.xml", body);
    }

    /// <summary>
    /// A redirect is not followed: the editor has chosen the hub's address, but not the redirect's target.
    /// </summary>
    [Theory]
    [InlineData("400 Bad Request")]
    [InlineData("503 Service Unavailable")]
    [InlineData("307 Temporary Redirect\r\nLocation: http://annat.exempel.se/")]
    [InlineData("308 Permanent Redirect\r\nLocation: http://127.0.0.1/")]
    public async Task An_answer_other_than_success_is_a_fault(string answer)
    {
        var answering = AnswerAsync(answer);

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => TellAsync(_client));

        Assert.Equal(answer[..3], $"{(int)fault.StatusCode!}");
        await answering;
    }

    [Fact]
    public async Task The_wait_for_a_hub_that_does_not_answer_ends()
    {
        using var impatient = Client(TimeSpan.FromMilliseconds(200));

        // The listener accepts no connection.
        await Assert.ThrowsAsync<TaskCanceledException>(() => TellAsync(impatient));

        Assert.InRange(Hub.Patience, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_hub_that_cannot_be_reached_is_a_fault()
    {
        _listener.Stop();

        await Assert.ThrowsAsync<HttpRequestException>(() => TellAsync(_client));
    }

    /// <summary>The client of the function app resolves by itself. The listener would accept a connection.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("localhost")]
    public async Task The_function_app_does_not_ask_its_own_machine(string host)
    {
        using var client = Hub.Client(TimeSpan.FromSeconds(20), PublicDialler.OfProcess);
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;

        var fault = await Assert.ThrowsAsync<HttpRequestException>(
            () => TellAsync(client, new Uri($"http://{host}:{port}/")));

        Assert.Contains("is not asked", fault.Message, StringComparison.Ordinal);
        Assert.False(_listener.Pending());
    }

    public void Dispose()
    {
        _client.Dispose();
        _listener.Dispose();
    }

    /// <summary>The client of the function app, for which every name is this machine's, at a public address.</summary>
    private HttpClient Client(TimeSpan patience) => Hub.Client(patience, new PublicDialler(
        (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("198.41.0.4")]),
        async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(_listener.LocalEndpoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }));

    private static Task TellAsync(HttpClient client, Uri? hub = null) =>
        new Hub(client).TellAsync(hub ?? Address, new Uri("https://www.exempel.se/rss.xml"), default);

    /// <summary>Reads one request to its end, and answers it.</summary>
    private async Task<(string Head, string Body)> AnswerAsync(string status)
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        await using var stream = connection.GetStream();
        var (text, buffer) = ("", new byte[4_096]);
        while (!text.EndsWith("rss.xml", StringComparison.Ordinal)) // The body ends with it.
        {
            var read = await stream.ReadAsync(buffer);
            Assert.NotEqual(0, read);
            text += Encoding.ASCII.GetString(buffer, 0, read);
        }

        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (text[..(end + 2)], text[(end + 4)..]);
    }
}
