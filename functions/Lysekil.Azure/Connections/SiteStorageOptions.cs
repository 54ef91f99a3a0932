using Microsoft.Extensions.Configuration;

namespace Lysekil.Azure.Connections;

/// <summary>
/// Where a site is stored: the settings <c>ContentStorage</c> and <c>SiteStorage</c>, in the form that triggers of Azure
/// Functions read. Either a connection string; or, for an identity, <c>…__accountName</c> or
/// <c>…__blobServiceUri</c>, <c>…__queueServiceUri</c> and <c>…__tableServiceUri</c>, with <c>…__credential</c> =
/// <c>managedidentity</c> and <c>…__clientId</c> where it is a managed one.
/// </summary>
/// <param name="Content">Sources, accepted sources, desk, archive and queues.</param>
/// <param name="Site">The website's account; <paramref name="Content"/> where no setting names another.</param>
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
