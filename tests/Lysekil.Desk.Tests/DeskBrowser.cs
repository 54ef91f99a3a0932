using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Desk.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Desk.Tests;

/// <summary>Sends requests as the browser of an account does behind App Service authentication.</summary>
internal sealed class DeskBrowser(DeskSite site, DeskAccount? account)
{
    /// <summary>The header that App Service writes for an account of Microsoft Entra.</summary>
    public static string PrincipalOf(DeskAccount account) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            auth_typ = "aad",
            claims = new[]
            {
                new { typ = "http://schemas.microsoft.com/identity/claims/objectidentifier", val = account.Id },
                new { typ = "preferred_username", val = account.Name },
                new { typ = "roles", val = account.Role?.ClaimValue() ?? "" },
            },
        }));

    public Task<DeskAnswer> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    /// <summary>The page at an address, which must be there.</summary>
    public async Task<IHtmlDocument> PageAsync(string url)
    {
        var answer = await GetAsync(url);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Page;
    }

    /// <summary>Sends a form.</summary>
    /// <param name="url">The address.</param>
    /// <param name="fields">The fields besides the anti-forgery token.</param>
    /// <param name="hasToken">Whether the form has the token of the account.</param>
    /// <param name="origin">The origin of the page with the form; <c>null</c>: the browser does not say.</param>
    public Task<DeskAnswer> PostAsync(
        string url, IReadOnlyDictionary<string, string> fields, bool hasToken = true, string? origin = null)
    {
        var request = Form(url, fields, hasToken);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return SendAsync(request);
    }

    /// <summary>A form with its fields, ready to be sent.</summary>
    public HttpRequestMessage Form(string url, IReadOnlyDictionary<string, string> fields, bool hasToken = true)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url);
        var form = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        if (hasToken)
        {
            var (cookie, name, token) = Token();
            request.Headers.Add("Cookie", cookie);
            form[name] = token;
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }

    public async Task<DeskAnswer> SendAsync(HttpRequestMessage request)
    {
        if (account is not null)
        {
            request.Headers.Add(ClientPrincipal.Header, PrincipalOf(account));
        }

        using var http = site.Server.CreateClient();
        using var answer = await http.SendAsync(request);
        return new DeskAnswer(answer.StatusCode, Headers(answer), await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The tokens that a page of the desk gives the account.</summary>
    private (string Cookie, string Name, string Token) Token()
    {
        using var scope = site.Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.User = account?.ToPrincipal(SignInRegistration.Scheme) ?? http.User;
        var tokens = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return (http.Response.Headers.SetCookie.ToString().Split(';')[0], tokens.FormFieldName, tokens.RequestToken!);
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers).ToDictionary(
            h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
}

/// <summary>What the desk answered.</summary>
internal sealed record DeskAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public IHtmlDocument Page => new HtmlParser().ParseDocument(Text);
}
