using Azure.Storage.Blobs;

namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>
/// The commands of the Azure CLI that the hooks use, carried out on <see cref="AzureAccounts"/>. Every other command,
/// option or way to sign in is an error: shared keys are off, and a word that the CLI does not know must not pass for
/// one.
/// </summary>
internal sealed class AzCommands(AzureAccounts accounts)
{
    /// <summary>Carries out a command.</summary>
    /// <returns>What it prints.</returns>
    /// <exception cref="ArgumentException">The CLI would refuse it.</exception>
    public Task<string> RunAsync(IReadOnlyList<string> words)
    {
        var options = AzOptions.Read(words);
        return options.Command switch
        {
            "account show" => ShowAccount(options),
            "storage blob service-properties update" => UpdateServiceAsync(options),
            "group exists" => Tell(options, "--name", accounts.Exists ? "true\n" : "false\n"),
            "resource list" => ListResources(options),
            "storage account list" => ListAccounts(options),
            "lock delete" => DeleteLock(options),
            "role assignment delete" => DeleteAssignment(options),
            "storage blob list" => ListAsync(options),
            "storage blob upload-batch" => UploadAsync(options),
            _ => throw new ArgumentException($"'{options.Command}' is no command."),
        };
    }

    private static Task<string> ShowAccount(AzOptions options)
    {
        options.Expect("--output", "none");
        options.End();
        return Task.FromResult("");
    }

    private static Task<string> Tell(AzOptions options, string group, string answer)
    {
        options.Expect("--subscription", AzureAccounts.Subscription);
        options.Expect(group, AzureAccounts.ResourceGroup);
        options.End();
        return Task.FromResult(answer);
    }

    private Task<string> ListResources(AzOptions options)
    {
        options.Expect("--query", "[].[type, name]");
        options.Expect("--output", "tsv");
        return Tell(options, "--resource-group", string.Concat(
            accounts.Names.Select(name => $"Microsoft.Storage/storageAccounts\t{name}\n")));
    }

    private Task<string> ListAccounts(AzOptions options)
    {
        options.Expect("--query", "[?starts_with(name, 'stcontent')].name");
        options.Expect("--output", "tsv");
        return Tell(options, "--resource-group", string.Concat(
            accounts.Names.Where(name => name.StartsWith("stcontent", StringComparison.Ordinal))
                .Select(name => name + "\n")));
    }

    private Task<string> DeleteLock(AzOptions options)
    {
        options.Expect("--resource-type", "Microsoft.Storage/storageAccounts");
        options.Expect("--resource-name", AzureAccounts.ContentName);
        accounts.Locks.Remove(options.Take("--name"));
        return Tell(options, "--resource-group", "");
    }

    private Task<string> DeleteAssignment(AzOptions options)
    {
        options.Expect("--output", "none");
        if (!accounts.Assignments.Remove(options.Take("--ids")))
        {
            throw new ArgumentException("There is no such assignment.");
        }

        options.End();
        return Task.FromResult("");
    }

    private async Task<string> UpdateServiceAsync(AzOptions options)
    {
        var service = Service(options);
        var properties = (await service.GetPropertiesAsync()).Value;
        properties.StaticWebsite = new()
        {
            Enabled = bool.Parse(options.Take("--static-website")),
            IndexDocument = options.Take("--index-document"),
            ErrorDocument404Path = options.Take("--404-document"),
        };
        options.Expect("--output", "none");
        options.End();
        await service.SetPropertiesAsync(properties);
        return "";
    }

    private async Task<string> ListAsync(AzOptions options)
    {
        var container = Service(options).GetBlobContainerClient(options.Take("--container-name"));
        var most = int.Parse(options.Take("--num-results"), System.Globalization.CultureInfo.InvariantCulture);
        options.Expect("--query", "[].name");
        options.Expect("--output", "tsv");
        options.End();
        return string.Concat(
            (await container.GetBlobsAsync().Take(most).ToListAsync()).Select(blob => blob.Name + "\n"));
    }

    private async Task<string> UploadAsync(AzOptions options)
    {
        var container = Service(options).GetBlobContainerClient(options.Take("--destination"));
        var source = options.Take("--source");
        var overwrites = bool.Parse(options.Take("--overwrite"));
        options.Expect("--no-progress");
        options.Expect("--output", "none");
        options.End();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(source, file).Replace('\\', '/');
            await container.GetBlobClient(name).UploadAsync(file, overwrites);
        }

        return "";
    }

    private BlobServiceClient Service(AzOptions options)
    {
        options.Expect("--auth-mode", "login");
        return accounts[options.Take("--account-name")];
    }
}
