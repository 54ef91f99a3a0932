using Lysekil.Simulation;
namespace Lysekil.Publishing.Tests;
public class SmokeTests
{
    [Fact]
    public async Task Smoke()
    {
        var site = new SimulatedSite(TimeProvider.System);
        var root = "/work/main/content/";
        foreach (var f in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            site.Upload(f[root.Length..], File.ReadAllBytes(f));
        site.Upload("artiklar/valkyriorna.md", File.ReadAllBytes("/work/shared/samples/valkyriorna.txt"));
        await site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await site.SettleAsync();
        foreach (var o in site.Outcomes.Where(o => o.Remarks.Count > 0)) Console.WriteLine(o.Path + " " + o.Change + " " + string.Join("; ", o.Remarks.Select(r => r.Line + " " + r.Message)));
        if (Directory.Exists("/tmp/site")) Directory.Delete("/tmp/site", true);
        foreach (var (n, b) in site.Storage.Web.Blobs) { var p = "/tmp/site/" + n; Directory.CreateDirectory(Path.GetDirectoryName(p)!); File.WriteAllBytes(p, b.Content.ToArray()); }
        Directory.CreateDirectory("/tmp/site/desk"); File.WriteAllText("/tmp/site/desk/index.html", site.Desk);
        Console.WriteLine(site + " rows " + site.Storage.Archive.Rows.Count + " " + string.Join("\n", site.Storage.Archive.Rows.Select(r => r.Key).Where(k => !k.StartsWith("claim", StringComparison.Ordinal) && !k.StartsWith("latest", StringComparison.Ordinal) && !k.StartsWith("dated", StringComparison.Ordinal) && !k.StartsWith("recent", StringComparison.Ordinal) && !k.StartsWith("source", StringComparison.Ordinal) && !k.StartsWith("topic:", StringComparison.Ordinal))));
        Assert.True((await site.Engine.Status.ReadAsync(default)).IsSettled);
    }
}
