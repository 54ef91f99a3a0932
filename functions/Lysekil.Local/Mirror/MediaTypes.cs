using Microsoft.AspNetCore.StaticFiles;

namespace Lysekil.Local.Mirror;

/// <summary>The content types that upload tools give to files, by extension.</summary>
internal static class MediaTypes
{
    private const string Unknown = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider Known = new()
    {
        Mappings =
        {
            // RFC 7763 and RFC 9512. Without a charset: editors' files come in several.
            [".md"] = "text/markdown",
            [".yaml"] = "application/yaml",
            [".yml"] = "application/yaml",
            [".liquid"] = "text/plain",
        },
    };

    public static string Of(string name) => Known.TryGetContentType(name, out var type) ? type : Unknown;
}
