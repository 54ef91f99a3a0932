using Microsoft.Extensions.Configuration;

namespace Lysekil.Azure.Connections;

/// <summary>
/// Where a site is stored: the settings <c>ContentStorage</c> and <c>SiteStorage</c>, in the form that triggers of
/// Azure Functions read: a connection string; or, for an identity, <c>…__accountName</c> or
/// <c>…__blobServiceUri</c>, <c>…__queueServiceUri</c> and <c>…__tableServiceUri</c>; for a managed identity also
/// <c>…__credential</c> = <c>managedidentity</c> and <c>…__clientId</c>.
/// </summary>
/// <param name="Content">
/// The account with the sources, the accepted sources, the desk, the index and the queues.
/// </param>
/// <param name="Site">The website's account: that of <paramref name="Content"/> unless a setting names another.</param>
public sealed record SiteStorageOptions(StorageConnection Content, StorageConnection Site)
{
    public const string ContentName = "ContentStorage";
    public const string SiteName = "SiteStorage";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One is missing or wrong; the message names it.</exception>
    public static SiteStorageOptions Read(IConfiguration configuration)
    {
        var content = new ConnectionSettings(configuration.GetSection(ContentName)).ReadAll();
        var site = configuration.GetSection(SiteName);
        return new SiteStorageOptions(content, site.Exists() ? new ConnectionSettings(site).ReadBlobs() : content);
    }
}
