using Lysekil.Local.Mirror;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Mirror;

public sealed class FileTimeContainerTests
{
    private static readonly DateTimeOffset Saved = new(2019, 10, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly SimulatedBlobContainer _content = new(TimeProvider.System);
    private readonly FileTimeContainer _dated;

    public FileTimeContainerTests()
    {
        _dated = new FileTimeContainer(_content, [new SourceFile("artiklar/val.md", "/tmp/val.md", 5, Saved)]);
        _content.Put("artiklar/val.md", "# Val");
        _content.Put("artiklar/insänt.md", "# Insänt");
    }

    [Fact]
    public async Task A_mirrored_blob_has_the_time_of_its_file()
    {
        Assert.Equal(Saved, (await _dated.FindAsync("artiklar/val.md", default))!.Created);
        Assert.Equal(Saved, (await _dated.FindAsync("artiklar/val.md", default))!.Modified);
        await using var reading = await _dated.OpenAsync("artiklar/val.md", default);
        Assert.Equal(Saved, reading!.Properties.Created);
        Assert.Contains((await _dated.ListAsync(10, null, default)).Blobs, blob => blob.Created == Saved);
    }

    [Fact]
    public async Task A_blob_without_a_file_keeps_its_time()
    {
        var blob = _content.Blobs["artiklar/insänt.md"].Properties;

        Assert.Equal(blob.Created, (await _dated.FindAsync(blob.Name, default))!.Created);
        Assert.Null(await _dated.FindAsync("artiklar/borta.md", default));
    }
}
