using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lysekil.Functions.Tests.Host;

namespace Lysekil.Functions.Tests;

/// <summary>The published desk in the real worker, on the site that the other app writes.</summary>
[Collection(nameof(HostedSite))]
public sealed partial class DeskAppTests(HostedSite site) : IAsyncLifetime
{
    private const string Function = "ServeDesk";
    private const string Principal = "X-MS-CLIENT-PRINCIPAL";

    private FunctionsWorker _desk = null!;

    public async Task InitializeAsync()
    {
        if (PublishedAppFactAttribute.IsSupported)
        {
            _desk = await StartAsync(new("WEBSITE_AUTH_ENABLED", "True"));
        }
    }

    public async Task DisposeAsync()
    {
        if (_desk is not null)
        {
            await _desk.DisposeAsync();
        }
    }

    [PublishedAppFact]
    public void One_function_answers_every_request_below_the_desk_s_address()
    {
        Assert.Equal([Function], PublishedApp.Desk.Functions);
        Assert.Equal("desk/{*path}", Assert.Single(_desk.Functions).Value.Route);
    }

    [PublishedAppFact]
    public async Task A_refused_file_is_restored_to_what_is_live_and_then_published()
    {
        const string Source = "artiklar/2014-05-06-kranen.md";
        await site.UploadAsync(Source, "# Kranen\n\nEn kran till.\n");
        await site.UntilAsync("$web/2014/05/kranen/index.html", page => page is not null);
        await site.UploadAsync(Source, "---\ndate: någon gång\n---\n# Kranen\n");
        await site.SettleAsync();

        var files = await SendAsync(HttpMethod.Get, "/desk/", PrincipalOf("Lasare"));
        Assert.Equal(HttpStatusCode.OK, files.StatusCode);
        Assert.Contains(Source, await files.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var history = await SendAsync(HttpMethod.Get, $"/desk/historik/{Source}", PrincipalOf("Utgivare"));
        var fields = HiddenField().Matches(await history.Content.ReadAsStringAsync()).ToDictionary(
            field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        using var form = new FormUrlEncodedContent(fields);
        var restored = await SendAsync(
            HttpMethod.Post,
            $"/desk/atgard/aterstall/{Source}",
            PrincipalOf("Utgivare"),
            request =>
            {
                request.Content = form;
                request.Headers.Add("Cookie", history.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
            });

        Assert.Equal(HttpStatusCode.Found, restored.StatusCode);
        Assert.Equal("# Kranen\n\nEn kran till.\n", await site.ReadAsync($"content/{Source}"));
        await site.AnnounceAsync();
        await HostedSite.UntilAsync(async () =>
            (await site.Blob($"content/{Source}").GetTagsAsync()).Value.Tags.Contains(new("state", "published")));
        await site.DeleteAsync(Source);
    }

    [PublishedAppFact]
    public async Task Without_an_account_the_desk_asks_to_sign_in_and_shows_nothing()
    {
        var answer = await SendAsync(HttpMethod.Get, "/desk/", principal: null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [PublishedAppFact]
    public async Task The_style_sheet_needs_no_account()
    {
        var answer = await SendAsync(HttpMethod.Get, "/desk/assets/desk.css", principal: null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
    }

    [PublishedAppFact]
    public async Task A_forged_account_is_not_believed_where_the_platform_does_not_sign_in()
    {
        await using var open = await StartAsync(new("WEBSITE_AUTH_ENABLED", "False"));

        using var request = RequestOf(HttpMethod.Get, "/desk/", PrincipalOf("Utgivare"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await open.SendAsync(Function, request)).StatusCode);
    }

    private Task<FunctionsWorker> StartAsync(KeyValuePair<string, string> signIn) => FunctionsWorker.StartAsync(
        PublishedApp.Desk,
        [new("ContentStorage", site.Connection), new("SiteAddress", "https://www.lysekil.example/"), signIn]);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? principal, Action<HttpRequestMessage>? change = null)
    {
        using var request = RequestOf(method, path, principal);
        change?.Invoke(request);
        return await _desk.SendAsync(Function, request);
    }

    private static HttpRequestMessage RequestOf(HttpMethod method, string path, string? principal)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (principal is not null)
        {
            request.Headers.Add(Principal, principal);
        }

        return request;
    }

    /// <summary>An account as App Service authentication tells of it.</summary>
    private static string PrincipalOf(string role) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = "aad",
        name_typ = "name",
        role_typ = "roles",
        claims = new[]
        {
            new { typ = "http://schemas.microsoft.com/identity/claims/objectidentifier", val = "1" },
            new { typ = "preferred_username", val = "anna@lysekil.example" },
            new { typ = "roles", val = role },
        },
    }));

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" ?/?>""")]
    private static partial Regex HiddenField();
}
