using System.Net;
using Lysekil.Publishing.Engine;

namespace Lysekil.Functions;

/// <summary>
/// Tells hubs by HTTP, as they have been told since PubSubHubbub 0.3 (section 7.1); WebSub leaves it to the two (section 1.2).
/// </summary>
/// <param name="client">Sends; for as long as the program runs.</param>
internal sealed class Hub(HttpClient client) : IHub
{
    /// <summary>A hub that has not answered by then has not been told.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <exception cref="HttpRequestException">There was no answer, or none of success: a redirect is none either.</exception>
    /// <exception cref="TaskCanceledException">The hub took longer than <see cref="Patience"/>.</exception>
    public async Task TellAsync(Uri hub, Uri feed, CancellationToken cancellation)
    {
        using var notice = new FormUrlEncodedContent([new("hub.mode", "publish"), new("hub.url", feed.AbsoluteUri)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, hub) { Content = notice };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A client that goes where the site's settings say and nowhere else, and keeps nothing between two notices.</summary>
    public static HttpClient Client(TimeSpan patience) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseCookies = false,
    })
    {
        Timeout = patience,
    };
}
