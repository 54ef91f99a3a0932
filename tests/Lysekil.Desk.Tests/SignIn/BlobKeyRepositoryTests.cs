using System.Xml.Linq;
using Lysekil.Desk.SignIn;
using Lysekil.Simulation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Desk.Tests.SignIn;

public sealed class BlobKeyRepositoryTests
{
    private readonly SimulatedStorage _storage = new(TimeProvider.System);

    [Fact]
    public void A_stored_key_is_read_again_and_nothing_else_of_the_container_is()
    {
        _storage.Desk.Put("index.html", "<p>");
        var keys = new BlobKeyRepository(_storage.Site.Desk);

        keys.StoreElement(new XElement("key", new XAttribute("id", "1")), "key-1");

        Assert.Equal("""<key id="1" />""", Assert.Single(keys.GetAllElements()).ToString());
        Assert.Equal(2, _storage.Desk.Blobs.Count);
        Assert.Contains(_storage.Desk.Blobs.Keys, name => name.StartsWith("nycklar/", StringComparison.Ordinal));
    }

    [Fact]
    public void Instances_on_one_storage_read_each_others_tokens()
    {
        var token = Instance().Protect("ett utkast");

        Assert.Equal("ett utkast", Instance().Unprotect(token));
    }

    private IDataProtector Instance()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("desk");
        services.Configure<KeyManagementOptions>(
            keys => keys.XmlRepository = new BlobKeyRepository(_storage.Site.Desk));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("prov");
    }
}
