using Lysekil.Azure.Connections;
using Lysekil.Functions.Tests.Bindings;
using Microsoft.Extensions.Configuration;

namespace Lysekil.Functions.Tests.Settings;

public sealed class LocalSettingsTests
{
    // The Core Tools hand the values to the worker as environment variables.
    private readonly IConfigurationSection _values = SettingsFile.Read("local.settings.json").GetSection("Values");

    [Fact]
    public void The_worker_is_an_isolated_one()
    {
        Assert.Equal("dotnet-isolated", _values["FUNCTIONS_WORKER_RUNTIME"]);
    }

    [Fact]
    public void Every_connection_is_to_the_emulator()
    {
        Assert.All(
            AppFunctions.Queues.Values.Select(trigger => trigger.Connection!).Append("AzureWebJobsStorage"),
            connection => Assert.Equal("UseDevelopmentStorage=true", _values[connection]));
    }

    [Fact]
    public void The_engine_finds_its_storage_in_them()
    {
        Assert.IsType<StorageConnection.WithKey>(SiteStorageOptions.Read(_values).Site);
    }
}
