namespace Lysekil.Local.Website;

/// <summary>The blobs for a path, as Azure's static website endpoint looks them up.</summary>
internal static class WebsitePath
{
    public const string IndexDocument = "index.html";
    public const string ErrorDocument = "404.html";

    /// <summary>
    /// The names to try, in this order: <c>/a/</c> is <c>a/index.html</c>; <c>/a</c> is <c>a</c>, or else
    /// <c>a/index.html</c>, without a redirect.
    /// </summary>
    /// <param name="path">Decoded, with its leading slash.</param>
    public static IReadOnlyList<string> Candidates(string path)
    {
        var name = path.TrimStart('/');
        return name.Length == 0 || name.EndsWith('/')
            ? [name + IndexDocument]
            : [name, name + "/" + IndexDocument];
    }
}
