using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Storage;

/// <summary>A site's storage with a write-through cache, for a process that is the only writer.</summary>
internal static class WriteThroughStorage
{
    /// <summary>Reads what the storage holds. No other process may write to it from now on.</summary>
    public static async Task<SiteStorage> OpenAsync(
        SiteStorage storage, TimeProvider clock, CancellationToken cancellation) => storage with
        {
            Content = await WriteThroughContainer.OpenAsync(storage.Content, clock, cancellation),
            Web = await WriteThroughContainer.OpenAsync(storage.Web, clock, cancellation),
            Index = await WriteThroughTable.OpenAsync(storage.Index, clock, cancellation),
        };
}
