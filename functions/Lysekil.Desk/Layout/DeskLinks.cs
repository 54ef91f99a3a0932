using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Layout;

/// <summary>Addresses of the desk's pages.</summary>
internal static class DeskLinks
{
    public const string Files = "/desk/";
    public const string NewArticle = "/desk/ny";
    public const string Pictures = "/desk/bilder";
    public const string GoneFiles = "/desk/bilder/raderade";
    public const string Settings = "/desk/installningar";
    public const string Audit = "/desk/granskning";
    public const string Session = "/desk/session";

    /// <summary>The site's settings, with a row for a redirect that is to be added.</summary>
    public static string RedirectFrom(string url) => $"{Settings}?fran={Uri.EscapeDataString(url)}#omdirigeringar";

    public static string File(SourcePath path) => "/desk/fil/" + Escape(path);

    public static string Write(SourcePath path) => "/desk/skriv/" + Escape(path);

    public static string History(SourcePath path) => "/desk/historik/" + Escape(path);

    /// <summary>The file's history, with one version shown.</summary>
    public static string History(SourcePath path, string version) =>
        $"{History(path)}?version={Uri.EscapeDataString(version)}";

    /// <summary>The file's history, with the version shown that has a tag.</summary>
    public static string History(SourcePath path, ETag etag) =>
        $"{History(path)}?etag={Uri.EscapeDataString(etag.Value)}";

    /// <summary>A picture as it was in a version.</summary>
    public static string Picture(SourcePath path, string version) =>
        $"/desk/version/{Escape(path)}?version={Uri.EscapeDataString(version)}";

    /// <param name="action">The last part of the action's route, such as <c>publicera</c>.</param>
    /// <param name="path">The file.</param>
    public static string Action(string action, SourcePath path) => $"/desk/atgard/{action}/{Escape(path)}";

    /// <summary>The path with each segment percent-encoded (RFC 3986, section 2.1).</summary>
    private static string Escape(SourcePath path) =>
        string.Join('/', path.Value.Split('/').Select(Uri.EscapeDataString));
}
