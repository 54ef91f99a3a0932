using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Desk.Tests;

/// <summary>
/// Every endpoint, asked without an account, as reader, editor and publisher, with and without an anti-forgery token,
/// and from a page of another origin.
/// </summary>
public sealed class EndpointTableTests
{
    private static readonly DeskRole?[] Roles = [null, DeskRole.Reader, DeskRole.Editor, DeskRole.Publisher];

    /// <summary>
    /// An endpoint by its route, a request that it understands, and the statuses of the four roles. A change answers
    /// 400 without the token, and 403 to a foreign page, unless the role alone gives 401 or 403.
    /// </summary>
    private static readonly Endpoint[] Table =
    [
        Get("/desk/", "/desk/", 401, 200, 200, 200),
        Get("/desk/fil/{**path}", "/desk/fil/" + Some.Path, 401, 200, 200, 200),
        Get("/desk/historik/{**path}", "/desk/historik/" + Some.Path, 401, 200, 200, 200),
        Get("/desk/version/{**path}", "/desk/version/bilder/finns-inte.png", 401, 404, 404, 404),
        Get("/desk/granskning", "/desk/granskning", 401, 403, 403, 200),
        Get("/desk/session", "/desk/session", 401, 204, 204, 204),
        Get("/desk/inloggad", "/desk/inloggad", 401, 200, 200, 200),
        Get("/desk/assets/{name}", "/desk/assets/desk.css", 200, 200, 200, 200),
        new(
            "POST /desk/atgard/aterstall/{**path}",
            "/desk/atgard/aterstall/" + Some.Path,
            async site => new() { ["version"] = await VersionAsync(site), ["etag"] = Tag(site) },
            [401, 403, 403, 302]),
        .. EditorialEndpoints.All.Select(e => new Endpoint(e.Name, e.Url, e.FieldsAsync, e.Statuses)),
    ];

    [Fact]
    public async Task The_table_has_every_endpoint()
    {
        await using var site = await DeskSite.StartAsync();
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>();

        Assert.Equal(
            Table.Select(e => e.Name).Order(StringComparer.Ordinal),
            endpoints.Select(NameOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_endpoint_answers_each_role_with_its_status()
    {
        await using var site = await SiteAsync();
        foreach (var (endpoint, role, status) in Rows())
        {
            Assert.Equal((endpoint.Name, role, status), (endpoint.Name, role, await AskAsync(site, endpoint, role)));
        }
    }

    [Fact]
    public async Task A_change_without_a_token_is_refused_to_those_who_may_make_it()
    {
        await using var site = await SiteAsync();
        foreach (var (endpoint, role, status) in Rows())
        {
            var expected = endpoint.IsChange && status is not (401 or 403) ? 400 : status;

            Assert.Equal(
                (endpoint.Name, role, expected),
                (endpoint.Name, role, await AskAsync(site, endpoint, role, hasToken: false)));
        }
    }

    [Theory]
    [InlineData("https://elak.example")]
    [InlineData("null")]
    public async Task A_change_from_another_origin_is_forbidden_even_with_a_token(string origin)
    {
        await using var site = await SiteAsync();
        foreach (var (endpoint, role, status) in Rows())
        {
            var expected = endpoint.IsChange && status != 401 ? 403 : status;

            Assert.Equal(
                (endpoint.Name, role, expected),
                (endpoint.Name, role, await AskAsync(site, endpoint, role, origin: origin)));
        }
    }

    [Fact]
    public async Task A_change_from_the_desk_itself_is_accepted_where_the_browser_tells_its_origin()
    {
        await using var site = await SiteAsync();
        foreach (var (endpoint, role, status) in Rows().Where(r => r.Endpoint.IsChange))
        {
            Assert.Equal(
                (endpoint.Name, role, status),
                (endpoint.Name, role, await AskAsync(site, endpoint, role, origin: "http://localhost")));
        }
    }

    [Fact]
    public async Task A_forged_principal_is_not_believed_where_the_platforms_sign_in_is_off()
    {
        await using var site = await DeskSite.StartAsync(isPlatformOn: false);
        await site.UploadAsync(Some.Path, Some.Article());

        foreach (var endpoint in Table.Where(e => e.Statuses[0] == 401))
        {
            Assert.Equal((endpoint.Name, 401), (endpoint.Name, await AskAsync(site, endpoint, DeskRole.Publisher)));
        }
    }

    private static IEnumerable<(Endpoint Endpoint, DeskRole? Role, int Status)> Rows() =>
        from endpoint in Table
        from column in Enumerable.Range(0, Roles.Length)
        select (endpoint, Roles[column], endpoint.Statuses[column]);

    /// <summary>A site with a file of two versions.</summary>
    private static async Task<DeskSite> SiteAsync()
    {
        var site = await DeskSite.StartAsync();
        site.Site.Upload(Some.Path, Some.Article());
        await site.SaveAsync(Some.Path, Some.Article("Kajen rivs"));
        return site;
    }

    private static async Task<int> AskAsync(
        DeskSite site, Endpoint endpoint, DeskRole? role, bool hasToken = true, string? origin = null)
    {
        var browser = site.As(role);
        var answer = endpoint.FieldsAsync is null
            ? await browser.GetAsync(endpoint.Url)
            : await browser.PostAsync(endpoint.Url, await endpoint.FieldsAsync(site), hasToken, origin);
        return (int)answer.Status;
    }

    private static Endpoint Get(string route, string url, params int[] statuses) =>
        new("GET " + route, url, null, statuses);

    private static string NameOf(RouteEndpoint endpoint) =>
        $"{endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single()} "
        + endpoint.RoutePattern.RawText;

    private static async Task<string> VersionAsync(DeskSite site) =>
        (await site.History.ListAsync(new SourcePath(Some.Path), 10, default))[^1].Id;

    private static string Tag(DeskSite site) => site.Site.Storage.Content.Find(Some.Path)!.Properties.ETag.Value;

    /// <param name="Name">The method and the route.</param>
    /// <param name="Url">An address of the route.</param>
    /// <param name="FieldsAsync">The fields of a form that makes the change; <c>null</c> for a page.</param>
    /// <param name="Statuses">Without an account, for a reader, an editor and a publisher.</param>
    private sealed record Endpoint(
        string Name, string Url, Func<DeskSite, Task<Dictionary<string, string>>>? FieldsAsync, int[] Statuses)
    {
        public bool IsChange => FieldsAsync is not null;
    }
}
