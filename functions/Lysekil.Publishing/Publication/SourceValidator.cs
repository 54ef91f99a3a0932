using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Contents.Word;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>Validates one version of a source. Reads nothing but the version's bytes.</summary>
public static class SourceValidator
{
    /// <summary>
    /// Raised when the same bytes would be validated differently, so that every source is validated again.
    /// </summary>
    public const string RulesVersion = "7";

    /// <param name="path">The source; not an ignored one.</param>
    /// <param name="properties">The version.</param>
    /// <param name="content">Its bytes, which are read as far as needed.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="trial">Decodes a picture first; <c>null</c>: no trial is held.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<ValidationResult> ValidateAsync(
        SourcePath path,
        BlobProperties properties,
        Stream content,
        TimeZoneInfo zone,
        IPictureTrial? trial,
        CancellationToken cancellation)
    {
        if (!path.IsWellFormed)
        {
            return Refused(DiagnosticCatalog.NameNotUsable(path));
        }

        return path.Kind switch
        {
            SourceKind.Misplaced => Refused(DiagnosticCatalog.Misplaced()),
            SourceKind.Asset => await ValidateAssetAsync(path, properties.Length, content, trial, cancellation),
            _ when properties.Length > MostBytesOf(path) =>
                Refused(DiagnosticCatalog.TooLarge(properties.Length, MostBytesOf(path))),
            _ when IsWord(path) => ValidateWord(
                path, await ReadAsync(content, (int)properties.Length, cancellation), properties.Created, zone),
            _ => ValidateText(
                path, await ReadAsync(content, (int)properties.Length, cancellation), properties.Created, zone),
        };
    }

    private static ValidationResult ValidateText(
        SourcePath path, byte[] bytes, DateTimeOffset created, TimeZoneInfo zone)
    {
        var hash = ContentHash.Of(bytes);
        if (path.Kind is SourceKind.Article or SourceKind.StandingPage)
        {
            var reading = ManuscriptReader.Read(path, bytes, created, zone);
            return reading is { Manuscript: { } manuscript, Text: { } body }
                ? new ValidationResult.Text(
                    manuscript, body, SearchText.Of(body, manuscript.Lead), hash, bytes, reading.Diagnostics)
                : new ValidationResult.Refused(reading.Diagnostics);
        }

        var diagnostics = path.Kind == SourceKind.Settings
            ? SiteSettings.Read(bytes).Diagnostics
            : ThemeFile.Check(path, bytes);
        return diagnostics.Any(r => r.Severity == Severity.Refusal)
            ? new ValidationResult.Refused(diagnostics)
            : new ValidationResult.SiteFile(hash, bytes, diagnostics);
    }

    /// <summary>
    /// Validates a Word document as the Markdown that it becomes, which is what is kept: nothing that renders pages
    /// knows of Word.
    /// </summary>
    private static ValidationResult ValidateWord(
        SourcePath path, byte[] bytes, DateTimeOffset created, TimeZoneInfo zone)
    {
        var (word, unreadable) = WordFile.Read(bytes);
        if (word is null)
        {
            return Refused(unreadable!);
        }

        return ValidateText(path, word.Markdown, created, zone) switch
        {
            ValidationResult.Text text => text with
            {
                Diagnostics = [.. text.Diagnostics.Select(word.Place), .. word.Diagnostics],
                Document = bytes,
                Place = word.Place,
            },
            var refused => new ValidationResult.Refused([.. refused.Diagnostics.Select(word.Place)]),
        };
    }

    private static bool IsWord(SourcePath path) =>
        path is { Kind: SourceKind.Article or SourceKind.StandingPage, Extension: WordFile.Extension };

    private static int MostBytesOf(SourcePath path) => IsWord(path) ? WordFile.MostBytes : SourceText.MostBytes;

    private static async Task<ValidationResult> ValidateAssetAsync(
        SourcePath path, long length, Stream content, IPictureTrial? trial, CancellationToken cancellation)
    {
        if (AssetType.Of(path.Extension) is not { } contentType)
        {
            return Refused(path.Extension switch
            {
                ".heic" or ".heif" or ".avif" => DiagnosticCatalog.PictureTypeNotAllowed(path.Extension),
                ".doc" or ".docm" or ".dot" or ".dotx" or ".dotm" or ".odt" or ".rtf" or ".pages" =>
                    DiagnosticCatalog.DocumentTypeNotAllowed(path.Extension),
                _ => DiagnosticCatalog.AssetTypeNotAllowed(path.Extension),
            });
        }

        if (length > AssetType.MostBytes)
        {
            return Refused(DiagnosticCatalog.TooLarge(length, AssetType.MostBytes));
        }

        if (PageRoute.Of(PageKey.Asset(path)) is PageRoute.PictureCopy)
        {
            return Refused(DiagnosticCatalog.UrlReserved(PageKey.Asset(path).Url));
        }

        var start = new byte[AssetType.SignatureBytes];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        if (!AssetType.Matches(contentType, start.AsSpan(0, read)))
        {
            return Refused(DiagnosticCatalog.AssetContentDiffers(path.Extension));
        }

        if (!PictureFile.CanOpen(contentType))
        {
            var properties = new EmbeddedProperties(contentType);
            var hashOfAll =
                await ContentHash.OfAsync(start.AsMemory(0, read), content, properties.Search, cancellation);
            return new ValidationResult.Asset(contentType, hashOfAll, null, null, [.. Remarks(properties)]);
        }

        var rest = await ReadAsync(content, (int)length - read, cancellation);
        byte[] bytes = [.. start.AsSpan(0, read), .. rest];
        if (trial is not null && !await trial.SurvivesAsync(bytes, cancellation))
        {
            return Refused(DiagnosticCatalog.PictureEndsProcess());
        }

        var hash = ContentHash.Of(bytes);
        var (picture, refusal) = PictureFile.Read(bytes, hash);
        return refusal is null ? new ValidationResult.Asset(contentType, hash, picture, bytes, []) : Refused(refusal);
    }

    private static IEnumerable<Diagnostic> Remarks(EmbeddedProperties properties)
    {
        if (properties.NamesAuthor)
        {
            yield return DiagnosticCatalog.AuthorEmbedded();
        }

        if (properties.NamesPlace)
        {
            yield return DiagnosticCatalog.PlaceEmbedded();
        }
    }

    private static async Task<byte[]> ReadAsync(Stream content, int length, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream(length);
        await content.CopyToAsync(buffer, cancellation);
        return buffer.ToArray();
    }

    private static ValidationResult.Refused Refused(Diagnostic diagnostic) => new([diagnostic]);
}
