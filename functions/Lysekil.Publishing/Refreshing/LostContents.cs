using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// Has sources published again whose accepted content is lost, so that it is kept again if the file still has it. Where
/// the file has changed and was refused since, the page stays as it is until its editor mends the file.
/// </summary>
internal sealed class LostContents(SiteIndex index, MessageSender messages)
{
    private static readonly OutboxEntry Entry = new() { KeepsContent = true };

    public async Task RepublishAsync(IEnumerable<Exception> faults, CancellationToken cancellation)
    {
        foreach (var path in faults.OfType<LostContentException>().Select(f => f.Path).Distinct())
        {
            await RepublishAsync(path, cancellation);
        }
    }

    public async Task RepublishAsync(SourcePath path, CancellationToken cancellation)
    {
        // R6: A publish that has work left is under way where the row is there; the next try of the page enters it.
        await index.Table.CommitAsync([SiteIndex.PutOutboxEntry(path, Entry, expected: null)], cancellation);
        await messages.PublishAsync([path], cancellation);
    }
}
