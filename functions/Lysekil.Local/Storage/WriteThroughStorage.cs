using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Storage;

/// <summary>A site's storage for somebody who has it to himself.</summary>
internal static class WriteThroughStorage
{
    /// <param name="storage">Nobody else writes to it from now on.</param>
    /// <param name="clock">Tells when something was written.</param>
    /// <param name="cancellation">Ends the look at what is there.</param>
    public static async Task<SiteStorage> OpenAsync(SiteStorage storage, TimeProvider clock, CancellationToken cancellation) => storage with
    {
        Content = await WriteThroughContainer.OpenAsync(storage.Content, clock, cancellation),
        Web = await WriteThroughContainer.OpenAsync(storage.Web, clock, cancellation),
        Index = await WriteThroughTable.OpenAsync(storage.Index, clock, cancellation),
    };
}
