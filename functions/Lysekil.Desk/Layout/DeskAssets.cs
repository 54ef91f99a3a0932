using System.Collections.Frozen;
using System.Reflection;
using Lysekil.Publishing.Contents.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.Layout;

/// <summary>
/// The style sheet, modules and pictures of the desk, embedded from all folders. Pages name them with a hash, so that
/// browsers keep them for ever; modules import each other without one, and browsers then ask whether they changed.
/// </summary>
internal sealed class DeskAssets
{
    private const string Prefix = "assets/";
    private const int HashDigits = 16;

    private readonly FrozenDictionary<string, Asset> _byName = ReadAll();

    /// <summary>The address of an asset, with its hash: <c>/desk/assets/desk.0123456789abcdef.css</c>.</summary>
    public string UrlOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return $"/desk/assets/{name[..dot]}.{_byName[name].Hash}{name[dot..]}";
    }

    /// <summary>Answers with an asset, by its name with or without the hash.</summary>
    public IResult Serve(string name, HttpResponse response)
    {
        var parts = name.Split('.');
        var isHashed = parts is [_, { Length: HashDigits }, _];
        var asset = _byName.GetValueOrDefault(isHashed ? $"{parts[0]}.{parts[2]}" : name);
        if (asset is null || (isHashed && parts[1] != asset.Hash))
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = isHashed ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(
            asset.Content,
            asset.ContentType,
            entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{asset.Hash}\""));
    }

    private static FrozenDictionary<string, Asset> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name => Read(assembly, name), StringComparer.Ordinal);
    }

    private static Asset Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var content = bytes.ToArray();
        return new Asset(content, ContentTypeOf(name), ContentHash.Of(content).Value[..HashDigits]);
    }

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };

    private sealed record Asset(byte[] Content, string ContentType, string Hash);
}

internal static class AssetsEndpoints
{
    /// <summary>Assets need no account: the page that asks to sign in has a style, too.</summary>
    public static void MapAssets(this IEndpointRouteBuilder desk) =>
        desk.MapGet(
            "/assets/{name}",
            (string name, HttpResponse response, DeskAssets assets) => assets.Serve(name, response))
            .AllowAnonymous();
}
