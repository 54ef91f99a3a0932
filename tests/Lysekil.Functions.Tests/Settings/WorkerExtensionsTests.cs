using System.Diagnostics;
using System.Xml.Linq;
using Lysekil.Functions.Tests.Host;

namespace Lysekil.Functions.Tests.Settings;

/// <summary>The packages of the project that the worker's SDK generates, which the functions host loads.</summary>
public sealed class WorkerExtensionsTests
{
    private const string Queues = "Microsoft.Azure.WebJobs.Extensions.Storage.Queues";

    private readonly XElement _pins =
        XElement.Load(Path.Combine(AppContext.BaseDirectory, "WorkerExtensions.targets"));

    [Fact]
    public void A_version_that_NuGet_takes_in_place_of_the_one_asked_for_fails_the_build()
    {
        Assert.Contains("NU1603", Assert.Single(_pins.Descendants("WarningsAsErrors")).Value.Split(';'));
        Assert.All(
            _pins.Descendants("PackageReference"), pin => Assert.Matches(@"^\d+\.\d+\.\d+$", Version(pin)));
    }

    [PublishedAppFact]
    public void The_pinned_extension_is_the_one_that_is_published()
    {
        var pin = Assert.Single(
            _pins.Descendants("PackageReference"), pin => (string?)pin.Attribute("Update") == Queues);

        var published = FileVersionInfo.GetVersionInfo(
            Path.Combine(PublishedApp.Publishing.Folder, ".azurefunctions", $"{Queues}.dll"));

        Assert.Equal(Version(pin), published.ProductVersion!.Split('+')[0]);
    }

    private static string Version(XElement pin) => (string)pin.Attribute("Version")!;
}
