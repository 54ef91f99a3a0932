using System.Net;
using System.Net.Sockets;

namespace Lysekil.Functions.Tests;

/// <summary>Which addresses a name may have that is connected to. The resolver is the test's.</summary>
public sealed class PublicDiallerTests
{
    private readonly List<string> _opened = [];

    [Theory]
    [InlineData("198.41.0.4")]
    [InlineData("9.255.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("2001:503:ba3e::2:30")]
    [InlineData("::ffff:198.41.0.4")]
    [InlineData("64:ff9b::c629:4")]
    public async Task A_public_address_is_connected_to(string address)
    {
        await AskAsync(address);

        Assert.Equal([$"{IPAddress.Parse(address)}"], _opened);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.5")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:192.168.1.1")]
    [InlineData("64:ff9b::a00:5")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:a00:5::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public async Task An_address_that_is_not_public_is_not(string address)
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(address));

        Assert.Empty(_opened);
    }

    /// <summary>A name with both could be answered by either.</summary>
    [Theory]
    [InlineData("198.41.0.4", "127.0.0.1")]
    [InlineData("::1", "2001:503:ba3e::2:30")]
    [InlineData]
    public async Task Neither_is_a_name_that_has_such_an_address_among_others_or_none(params string[] addresses)
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(addresses));

        Assert.Empty(_opened);
    }

    [Fact]
    public async Task The_next_address_is_tried_if_one_does_not_answer()
    {
        await AskAsync(
            _ => _opened.Count == 1 ? throw new SocketException() : new Answer(), "198.41.0.4", "199.9.14.201");

        Assert.Equal(["198.41.0.4", "199.9.14.201"], _opened);
    }

    [Fact]
    public async Task If_none_answers_that_is_a_fault()
    {
        await Assert.ThrowsAsync<HttpRequestException>(
            () => AskAsync(_ => throw new SocketException(), "198.41.0.4", "199.9.14.201"));

        Assert.Equal(2, _opened.Count);
    }

    private Task AskAsync(params string[] addresses) => AskAsync(_ => new Answer(), addresses);

    /// <summary>Sends a request to a name that has these addresses.</summary>
    private async Task AskAsync(Func<IPEndPoint, Stream> open, params string[] addresses)
    {
        var dialler = new PublicDialler(
            (host, _) =>
            {
                Assert.Equal("nav.exempel.se", host);
                return Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse));
            },
            (address, _) =>
            {
                Assert.Equal(8080, address.Port);
                _opened.Add(address.Address.ToString());
                return ValueTask.FromResult(open(address));
            });
        using var client = Hub.Client(TimeSpan.FromSeconds(20), dialler);
        using var answer = await client.GetAsync(new Uri("http://nav.exempel.se:8080/"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>A connection to a server that answers whatever it is asked.</summary>
    private sealed class Answer() : MemoryStream("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray())
    {
        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
