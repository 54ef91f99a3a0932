using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace Lysekil.Azure.Connections;

/// <summary>Reads one connection from its settings: <c>Name</c>, or <c>Name__blobServiceUri</c> and so on.</summary>
internal sealed class ConnectionSettings(IConfigurationSection section)
{
    private const string Blob = "blob";
    private const string Queue = "queue";
    private const string Table = "table";

    /// <summary>A connection for blobs, queues and tables.</summary>
    public StorageConnection ReadAll() =>
        (StorageConnection?)ConnectionString() ?? WithIdentity(Required(Blob), Required(Queue), Required(Table));

    /// <summary>A connection for blobs alone.</summary>
    public StorageConnection ReadBlobs() =>
        (StorageConnection?)ConnectionString() ?? WithIdentity(Required(Blob), queues: null, tables: null);

    private StorageConnection.WithKey? ConnectionString()
    {
        if (string.IsNullOrWhiteSpace(section.Value)) { return null; }
        try
        {
            _ = new BlobServiceClient(section.Value);
            _ = new TableServiceClient(section.Value);
            return new StorageConnection.WithKey(section.Value);
        }
        catch (Exception malformed)
            when (malformed is FormatException or ArgumentException or InvalidOperationException)
        {
            // Without the inner exception, which may quote the string: it is a secret.
            throw new InvalidOperationException($"The setting '{section.Path}' is not a storage connection string.");
        }
    }

    private StorageConnection.WithIdentity WithIdentity(Uri blobs, Uri? queues, Uri? tables) =>
        new(blobs, queues, tables, Credential());

    private Uri Required(string service) => Optional(service) ?? throw new InvalidOperationException(
        $"A setting is missing: '{section.Path}' (a connection string, such as UseDevelopmentStorage=true), or "
        + $"'{NameOf(service + "ServiceUri")}', or '{NameOf("accountName")}'.");

    private Uri? Optional(string service)
    {
        var setting = service + "ServiceUri";
        if (Setting(setting) is { } given)
        {
            return Uri.TryCreate(given, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
                ? uri
                : throw Wrong(setting, "an https address", given);
        }

        if (Setting("accountName") is not { } account) { return null; }
        return account.All(char.IsAsciiLetterOrDigit)
            ? new Uri($"https://{account}.{service}.core.windows.net")
            : throw Wrong("accountName", "a storage account's name", account);
    }

    private TokenCredential Credential()
    {
        var clientId = Setting("clientId");
        return Setting("credential") switch
        {
            null => new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId }),
            var given when given.Equals("managedidentity", StringComparison.OrdinalIgnoreCase) =>
                new ManagedIdentityCredential(
                    clientId is null
                        ? ManagedIdentityId.SystemAssigned
                        : ManagedIdentityId.FromUserAssignedClientId(clientId)),
            var given => throw Wrong("credential", "'managedidentity' or absent", given),
        };
    }

    private string? Setting(string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name];

    private InvalidOperationException Wrong(string setting, string right, string given) =>
        new($"The setting '{NameOf(setting)}' must be {right}, not '{given}'.");

    // With two underscores, as an operator writes it in the environment.
    private string NameOf(string setting) => $"{section.Path}__{setting}";
}
