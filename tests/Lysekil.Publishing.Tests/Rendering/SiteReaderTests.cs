using System.Text;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering;

public class SiteReaderTests
{
    [Fact]
    public async Task Settings_that_an_earlier_version_accepted_and_this_one_refuses_lose_only_what_cannot_be_used()
    {
        const string Good = "title: Lysekilsbladet\nbaseUrl: https://www.exempel.se\ntimeZone: Europe/Helsinki\n";
        var site = new SimulatedSite(Some.Clock());
        site.Upload("site.yaml", Good);
        await site.SettleAsync();

        // Stands for a version of the engine that had other rules when it accepted the file.
        site.Storage.Accepted.Put(ContentHash.Of(Encoding.UTF8.GetBytes(Good)).Value, Good + "hub: nav\n");
        var storage = site.Storage.Site;
        var reader = new SiteReader(new SiteIndex(storage.Index), new AcceptedSources(storage.Accepted));
        var settings = (await reader.ReadAsync(default)).Settings;

        Assert.Equal(
            ("Lysekilsbladet", "https://www.exempel.se/", "Europe/Helsinki", null),
            (settings.Title, settings.BaseUrl.AbsoluteUri, settings.TimeZone.Id, settings.Hub));
    }
}
