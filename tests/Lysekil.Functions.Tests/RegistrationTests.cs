using Lysekil.Azure;
using Lysekil.Functions.Tests.Bindings;
using Lysekil.Publishing.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Functions.Tests;

/// <summary>The services that Program.cs registers, without the worker and without a network.</summary>
public sealed class RegistrationTests
{
    [Theory]
    [InlineData("ContentStorage", "UseDevelopmentStorage=true")]
    [InlineData("ContentStorage:accountName", "lysekil")]
    [InlineData("ContentStorage:accountName", "lysekil", "ContentStorage:credential", "managedidentity")]
    [InlineData("ContentStorage:accountName", "lysekil", "SiteStorage:blobServiceUri", "https://site.example/")]
    public async Task Every_function_can_be_created(params string[] settings)
    {
        await using var services = Registered(settings);

        // The worker creates functions in the same way.
        Assert.All(
            AppFunctions.All.Values.Select(function => function.DeclaringType!),
            function => Assert.NotNull(ActivatorUtilities.CreateInstance(services, function)));
    }

    [Fact]
    public async Task All_functions_share_one_engine()
    {
        await using var services = Registered("ContentStorage", "UseDevelopmentStorage=true");

        Assert.Same(services.GetRequiredService<PublishingEngine>(), services.GetRequiredService<PublishingEngine>());
    }

    [Fact]
    public void A_missing_setting_is_named_at_the_start()
    {
        var trouble = Assert.Throws<InvalidOperationException>(() => Registered());

        Assert.Contains("'ContentStorage'", trouble.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Registered(params string[] settings) => new ServiceCollection()
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSiteStorage(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
            .Build())
        .AddPublishing()
        .AddHub()
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
