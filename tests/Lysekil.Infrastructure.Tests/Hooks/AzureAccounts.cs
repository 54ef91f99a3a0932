using Azure.Storage.Blobs;
using Lysekil.Local.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>
/// The two accounts of a deployment as it leaves them, each an Azurite of its own. Started once, emptied for each test.
/// </summary>
public sealed class AzureAccounts : IAsyncLifetime
{
    public const string ContentName = "stcontent123";
    public const string SiteName = "stsite123";
    public const string ResourceGroup = "rg-test";
    public const string Subscription = "00000000-0000-0000-0000-000000000001";

    public const string Assignment = "/subscriptions/1/resourceGroups/rg-test/assignment";

    private readonly List<AzuriteProcess> _azurites = [];
    private readonly Dictionary<string, BlobServiceClient> _blobs = [];

    /// <summary>Whether the resource group exists.</summary>
    public bool Exists { get; set; }

    /// <summary>The names of the accounts in the resource group.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The locks of the content account.</summary>
    public HashSet<string> Locks { get; } = [];

    /// <summary>The role assignments by which the deploying account is an editor.</summary>
    public HashSet<string> Assignments { get; } = [];

    /// <summary>The blob service of an account.</summary>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public BlobServiceClient this[string account] => _blobs[account];

    public BlobContainerClient Content => this[ContentName].GetBlobContainerClient(StorageNames.Content);

    public async Task InitializeAsync()
    {
        var installation = await AzuriteInstallation.EnsureAsync(
            AzuriteInstallation.DefaultFolder, Console.WriteLine, CancellationToken.None);
        foreach (var account in new[] { ContentName, SiteName })
        {
            var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), CancellationToken.None);
            _azurites.Add(azurite);
            _blobs.Add(account, new BlobServiceClient(azurite.ConnectionString));
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var azurite in _azurites) { await azurite.DisposeAsync(); }
    }

    /// <summary>Disables the website, empties the container, and locks its account.</summary>
    public async Task EmptyAsync()
    {
        Exists = true;
        Names.Clear();
        Names.AddRange([ContentName, SiteName]);
        Assignments.Clear();
        Assignments.Add(Assignment);
        Locks.Clear();
        Locks.UnionWith(["keep-content", "of-the-operators"]);
        var properties = (await this[SiteName].GetPropertiesAsync()).Value;
        properties.StaticWebsite = new() { Enabled = false };
        await this[SiteName].SetPropertiesAsync(properties);
        await Content.DeleteIfExistsAsync();
        await Content.CreateAsync();
    }

    /// <summary>The version of each blob in the container by name.</summary>
    public async Task<SortedDictionary<string, string>> VersionsAsync()
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in Content.GetBlobsAsync())
        {
            versions.Add(blob.Name, blob.Properties.ETag.ToString()!);
        }

        return versions;
    }
}
