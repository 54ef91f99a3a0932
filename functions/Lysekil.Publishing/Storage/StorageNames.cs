namespace Lysekil.Publishing.Storage;

/// <summary>What the parts of a site's storage are called, in code, in the triggers and in the infrastructure.</summary>
public static class StorageNames
{
    public const string Content = "content";
    public const string Accepted = "accepted";
    public const string Web = "$web";
    public const string Desk = "desk";
    public const string IndexTable = "archive";
    public const string ContentEvents = "content-events";
    public const string PageRefreshes = "page-refreshes";

    /// <summary>Where the functions host puts a message that failed too often.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";
}
