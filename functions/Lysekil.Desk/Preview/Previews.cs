using Lysekil.Desk.History;
using Lysekil.Desk.Layout;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Publication;

namespace Lysekil.Desk.Preview;

/// <summary>Makes previews of files as they are stored, and of what is not saved yet.</summary>
internal sealed class Previews(PublishingEngine engine, SourceStore store, DeskOptions options, DeskAssets assets)
{
    private const string Unreadable = "<!doctype html><html lang=\"sv\"><head><title>Förhandsvisning</title></head>"
        + "<body><p>Texten kan inte visas förrän felen är rättade.</p></body></html>";

    private const string Note = "Förhandsvisning av den senast sparade versionen. Dela inte länken vidare.";

    /// <summary>Whether files of the kind have a preview.</summary>
    public static bool Has(SourcePath path) => path.Kind is SourceKind.Article or SourceKind.StandingPage;

    /// <summary>What saving a file would do; <c>null</c> for a file without a preview.</summary>
    public async Task<PreviewedText?> FindAsync(
        SourcePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        Has(path) ? await engine.Preview.RenderAsync(path, bytes, cancellation) : null;

    /// <summary>The page, for the <c>srcdoc</c> of a frame of the desk.</summary>
    public string SourceDocumentOf(PreviewedText preview) => preview.Page is { Html: var html }
        ? PreviewDocument.Of(html, options.SiteAddress).ForSourceDocument().ToString()
        : Unreadable;

    /// <summary>The page of the newest version of a file; <c>null</c> if there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isNoted">Whether the page says that it is a preview.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<string?> StoredAsync(SourcePath path, bool isNoted, CancellationToken cancellation)
    {
        if (!Has(path) || await store.ReadAsync(path, cancellation) is not { } source)
        {
            return null;
        }

        var preview = await engine.Preview.RenderAsync(path, source.Content, cancellation);
        if (preview.Page is not { Html: var html })
        {
            return Unreadable;
        }

        var page = PreviewDocument.Of(html, options.SiteAddress);
        return (isNoted ? page.WithNote(Note, assets.UrlOf("preview.css")) : page).ToString();
    }
}
