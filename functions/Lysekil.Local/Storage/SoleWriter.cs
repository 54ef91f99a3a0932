using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Storage;

/// <summary>A site's storage for somebody who has it to himself.</summary>
internal static class SoleWriter
{
    /// <param name="storage">Nobody else writes to it from now on.</param>
    /// <param name="clock">Tells when something was written.</param>
    /// <param name="cancellation">Ends the look at what is there.</param>
    public static async Task<SiteStorage> OfAsync(SiteStorage storage, TimeProvider clock, CancellationToken cancellation) => storage with
    {
        Content = await SoleWriterContainer.OpenAsync(storage.Content, clock, cancellation),
        Web = await SoleWriterContainer.OpenAsync(storage.Web, clock, cancellation),
        Index = await SoleWriterTable.OpenAsync(storage.Index, clock, cancellation),
    };
}
