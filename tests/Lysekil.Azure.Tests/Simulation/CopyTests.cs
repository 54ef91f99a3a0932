using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Simulation;

/// <summary>A run may begin with what another has left.</summary>
public sealed class CopyTests
{
    private static readonly CancellationToken _never = CancellationToken.None;

    [Fact]
    public async Task A_storage_that_takes_over_another_goes_on_as_that_would()
    {
        var one = new SimulatedStorage(new FakeTimeProvider());
        one.Web.Put("index.html", "Hej!");
        await one.Index.CommitAsync([new RowChange.Insert("a", Some.Columns())], _never);

        var other = new SimulatedStorage(new FakeTimeProvider());
        other.Web.Put("gone.html", "Hej då!");
        other.CopyFrom(one);

        Assert.Equal(one.Web.Blobs, other.Web.Blobs);
        Assert.Equal(one.Index.Rows, other.Index.Rows);
        Assert.Equal(one.Web.Put("b.html", "B"), other.Web.Put("b.html", "B"));
        Assert.Equal(await UpsertAsync(one), await UpsertAsync(other));
    }

    [Fact]
    public void What_happens_after_that_is_each_ones_own()
    {
        var one = new SimulatedStorage(new FakeTimeProvider());
        one.Web.Put("index.html", "Hej!");
        var other = new SimulatedStorage(new FakeTimeProvider());
        other.CopyFrom(one);

        other.Web.Delete("index.html");

        Assert.Equal("Hej!", one.Web.Find("index.html")?.Text);
        Assert.Null(other.Web.Find("index.html"));
    }

    private static async Task<ETag?> UpsertAsync(SimulatedStorage storage) =>
        (await storage.Index.CommitAsync([new RowChange.Upsert("b", Some.Columns())], _never))![0];
}
