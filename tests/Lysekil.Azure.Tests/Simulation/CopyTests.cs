using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Simulation;

/// <summary>A run may begin with the storage that another has left.</summary>
public sealed class CopyTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_copy_of_a_storage_continues_like_the_original()
    {
        var one = new SimulatedStorage(new FakeTimeProvider());
        one.Web.Put("index.html", "Hej!");
        await one.Index.CommitAsync([new RowChange.Insert("a", Some.Columns())], Never);

        var other = new SimulatedStorage(new FakeTimeProvider());
        other.Web.Put("gone.html", "Hej då!");
        other.CopyFrom(one);

        Assert.Equal(one.Web.Blobs, other.Web.Blobs);
        Assert.Equal(one.Index.Rows, other.Index.Rows);
        Assert.Equal(one.Web.Put("b.html", "B"), other.Web.Put("b.html", "B"));
        Assert.Equal(await UpsertAsync(one), await UpsertAsync(other));
    }

    [Fact]
    public void Later_changes_of_one_storage_do_not_affect_the_other()
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
        (await storage.Index.CommitAsync([new RowChange.Upsert("b", Some.Columns())], Never))![0];
}
