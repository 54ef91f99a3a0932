using System.Net;
using Lysekil.Publishing.Engine;

namespace Lysekil.Functions;

/// <summary>
/// Notifies hubs of feeds by HTTP, as PubSubHubbub 0.3 defines it (section 7.1). WebSub leaves the notice to publisher
/// and hub (section 1.2).
/// </summary>
/// <param name="client">Sends the notices. It lives as long as the process.</param>
internal sealed class Hub(HttpClient client) : IHub
{
    /// <summary>The time that a hub has to answer a notice; after it the notice has failed.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    /// <exception cref="HttpRequestException">
    /// The hub has an address that is not public, or does not answer, or not with success. A redirect is no success,
    /// since it is not followed.
    /// </exception>
    /// <exception cref="TaskCanceledException">The hub takes longer than <see cref="Patience"/>.</exception>
    public async Task TellAsync(Uri hub, Uri feed, CancellationToken cancellation)
    {
        using var notice = new FormUrlEncodedContent([new("hub.mode", "publish"), new("hub.url", feed.AbsoluteUri)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, hub) { Content = notice };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>
    /// A client that sends only to the address in the site's settings, since it follows no redirect and asks no proxy,
    /// and that keeps nothing from one notice to the next.
    /// </summary>
    /// <param name="patience">The time that a hub has to answer.</param>
    /// <param name="dialler">Connects, to public addresses alone.</param>
    public static HttpClient Client(TimeSpan patience, PublicDialler dialler) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = dialler.ConnectAsync,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseCookies = false,
        UseProxy = false,
    })
    {
        Timeout = patience,
    };
}
