using Azure.Storage.Blobs;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>A client of the content container that does not wait for the site.</summary>
internal sealed class Editor(BlobContainerClient content, Random random, Journal journal)
{
    private const int LongestPause = 700; // ms

    private readonly IEnumerable<EditorAction> _actions = new EditorActions(random).Take();

    /// <summary>Works until <paramref name="over"/> is set.</summary>
    public async Task WorkAsync(CancellationToken over)
    {
        foreach (var action in _actions)
        {
            // An action that has begun is not cancelled: its version may be stored, and belongs in the journal.
            await ActAsync(action);
            await Task.Delay(random.Next(LongestPause), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (over.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ActAsync(EditorAction action)
    {
        var blob = content.GetBlobClient(action.Path);
        if (action.Content is { } bytes)
        {
            var uploaded = await blob.UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);
            journal.Uploaded(new UploadedVersion(action.Path, bytes, uploaded.Value.LastModified));
        }
        else if (await blob.DeleteIfExistsAsync())
        {
            journal.Deleted();
        }
    }
}
