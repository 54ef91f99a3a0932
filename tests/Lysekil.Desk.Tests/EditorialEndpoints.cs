using System.Text;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Desk.Tests;

/// <summary>
/// The rows of <see cref="EndpointTableTests"/> for writing, previews, publishing, pictures and the site's settings. A
/// row that changes a file makes it first, so that no row depends on another.
/// </summary>
internal static class EditorialEndpoints
{
    private const string Draft = "---\ndraft: true\n---\n# Kajen\n\nText.\n";

    public static IEnumerable<EditorialEndpoint> All =>
    [
        new("GET /desk/ny", "/desk/ny", null, [401, 403, 200, 200]),
        new("POST /desk/ny", "/desk/ny", _ => Fields(("rubrik", "Färjan")), [401, 403, 302, 302]),
        new("GET /desk/skriv/{**path}", "/desk/skriv/" + Some.Path, null, [401, 403, 200, 200]),
        new("POST /desk/skriv/{**path}", "/desk/skriv/" + PathOf("skriv"), SaveAsync, [401, 403, 302, 302]),
        new("POST /desk/forhandsvisa", "/desk/forhandsvisa", SaveAsync, [401, 403, 200, 200]),
        new("GET /desk/forhandsvisa/{**path}", "/desk/forhandsvisa/" + Some.Path, null, [401, 200, 200, 200]),
        new("GET /desk/utkast/{token}", "/desk/utkast/gissat", null, [404, 404, 404, 404]),
        new("GET /desk/webbplats/{**path}", "/desk/webbplats" + StyleSheet, null, [200, 200, 200, 200]),
        new("GET /desk/bilder", "/desk/bilder", null, [401, 200, 200, 200]),
        new("GET /desk/bilder/raderade", "/desk/bilder/raderade", null, [401, 200, 200, 200]),
        new("POST /desk/bilder", "/desk/bilder", _ => Fields(), [401, 403, 200, 200]),
        new("GET /desk/installningar", "/desk/installningar", null, [401, 200, 200, 200]),
        new("POST /desk/installningar", "/desk/installningar", SetAsync, [401, 403, 403, 302]),
        .. Action("publicera", _ => ""),
        .. Action("schemalagg", _ => "2026-06-01"),
        .. Action("avpublicera", _ => ""),
        .. Action("radera", _ => ""),
        .. Action("flytta", _ => $"artiklar/{Guid.NewGuid():N}.md"),
        new(
            "POST /desk/atgard/angra/{**path}",
            "/desk/atgard/angra/" + PathOf("angra"),
            UndoAsync,
            [401, 403, 403, 302]),
    ];

    private static string StyleSheet { get; } = new Theme(new Dictionary<string, string>()).StyleSheetPage.Url;

    private static string PathOf(string action) => $"artiklar/2026-05-03-{action}.md";

    private static IEnumerable<EditorialEndpoint> Action(string name, Func<DeskSite, string> written) =>
    [
        new($"GET /desk/atgard/{name}/{{**path}}", $"/desk/atgard/{name}/{Some.Path}", null, [401, 403, 403, 200]),
        new(
            $"POST /desk/atgard/{name}/{{**path}}",
            $"/desk/atgard/{name}/{PathOf(name)}",
            site => Fields(("etag", Put(site, name)), ("varde", written(site))),
            [401, 403, 403, 302]),
    ];

    private static Task<Dictionary<string, string>> SaveAsync(DeskSite site) => Fields(
        ("sokvag", PathOf("skriv")),
        ("etag", Put(site, "skriv")),
        ("vy", "fil"),
        ("grund", Convert.ToBase64String(Encoding.UTF8.GetBytes(Draft))),
        ("fil", Draft + "Mer.\n"));

    private static Task<Dictionary<string, string>> SetAsync(DeskSite site)
    {
        const string Settings = "title: Lysekil\n";
        return Fields(
            ("etag", site.Site.Storage.Content.Put("site.yaml", Settings).Value),
            ("grund", Convert.ToBase64String(Encoding.UTF8.GetBytes(Settings))),
            ("titel", "Lysekilsbladet"));
    }

    private static async Task<Dictionary<string, string>> UndoAsync(DeskSite site)
    {
        var path = PathOf("angra");
        var etag = await site.SaveAsync(path, Draft);
        var versions = await site.History.ListAsync(new SourcePath(path), 10, default);
        return await Fields(("version", versions[0].Id), ("etag", etag.Value), ("till", path));
    }

    private static string Put(DeskSite site, string action) =>
        site.Site.Storage.Content.Put(PathOf(action), Draft).Value;

    private static Task<Dictionary<string, string>> Fields(params (string Name, string Value)[] fields) =>
        Task.FromResult(fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));
}

/// <param name="Name">The method and the route.</param>
/// <param name="Url">An address of the route.</param>
/// <param name="FieldsAsync">The fields of a form that makes the change; <c>null</c> for a page.</param>
/// <param name="Statuses">Without an account, for a reader, an editor and a publisher.</param>
internal sealed record EditorialEndpoint(
    string Name, string Url, Func<DeskSite, Task<Dictionary<string, string>>>? FieldsAsync, int[] Statuses);
