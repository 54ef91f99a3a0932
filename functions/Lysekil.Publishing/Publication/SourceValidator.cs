using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
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
    public const string RulesVersion = "14";

    /// <param name="path">The source; not an ignored one.</param>
    /// <param name="properties">The version.</param>
    /// <param name="content">Its bytes, which are read as far as needed.</param>
    /// <param name="region">The site's time zone and language.</param>
    /// <param name="trial">Decodes a picture first; <c>null</c>: no trial is held.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<ValidationResult> ValidateAsync(
        SourcePath path,
        BlobProperties properties,
        Stream content,
        RegionalSettings region,
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
                Refused(ForEditorOf(path, DiagnosticCatalog.TooLarge(properties.Length, MostBytesOf(path)))),
            SourceKind.Article or SourceKind.StandingPage => await ValidateManuscriptAsync(
                path,
                await ReadAsync(content, (int)properties.Length, cancellation),
                properties.Created,
                region,
                trial,
                cancellation),
            _ => ValidateText(
                path, await ReadAsync(content, (int)properties.Length, cancellation), properties.Created, region),
        };
    }

    private static ValidationResult ValidateText(
        SourcePath path, byte[] bytes, DateTimeOffset created, RegionalSettings region)
    {
        var hash = ContentHash.Of(bytes);
        if (path.Kind is SourceKind.Article or SourceKind.StandingPage)
        {
            var reading = ManuscriptReader.Read(path, bytes, created, region);
            return reading is { Manuscript: { } manuscript, Text: { } body }
                ? new ValidationResult.Text(
                    manuscript,
                    body,
                    SearchText.Of(body, manuscript.Lead, manuscript.Locale),
                    hash,
                    bytes,
                    reading.Diagnostics)
                : new ValidationResult.Refused(reading.Diagnostics) { Title = reading.RefusedTitle };
        }

        var (settings, diagnostics) = path.Kind == SourceKind.Settings
            ? SiteSettings.Read(bytes)
            : (null, ThemeFile.Check(path, bytes));
        return diagnostics.Any(r => r.Severity == Severity.Refusal)
            ? new ValidationResult.Refused(diagnostics)
            : new ValidationResult.SiteFile(hash, bytes, diagnostics)
            {
                FeedIdentity = settings?.WrittenFeedIdentity ?? "",
            };
    }

    /// <summary>
    /// Validates an article or a standing page as the Markdown that is kept of it: that which a Word document becomes,
    /// and without the pictures that the file holds. Nothing that renders pages knows of Word, or of such pictures.
    /// </summary>
    private static async Task<ValidationResult> ValidateManuscriptAsync(
        SourcePath path,
        byte[] file,
        DateTimeOffset created,
        RegionalSettings region,
        IPictureTrial? trial,
        CancellationToken cancellation)
    {
        var (word, unreadable) = IsWord(path) ? WordFile.Read(file, embedsPictures: true) : (null, null);
        if (unreadable is not null)
        {
            return Refused(unreadable);
        }

        var (markdown, files) = word is null ? DataPictures.Take(file) : (word.Markdown, word.Embedded);
        if (EmbeddedPictures.RefusalOf(files) is { } refusal)
        {
            return Refused(ForEditorOf(path, refusal));
        }

        var validation = ValidateText(path, markdown, created, region);
        IEnumerable<Diagnostic> diagnostics =
            word is null ? validation.Diagnostics : validation.Diagnostics.Select(word.Place);
        if (validation is not ValidationResult.Text text)
        {
            return new ValidationResult.Refused([.. diagnostics])
            {
                Title = (validation as ValidationResult.Refused)?.Title ?? "",
            };
        }

        if (ReferenceEquals(markdown, file))
        {
            return text;
        }

        var pictures = await EmbeddedPictures.ReadAsync(files, trial, cancellation);
        return text with
        {
            Content = text.Content! with { Pictures = pictures.Contents },
            Diagnostics =
            [
                .. diagnostics,
                .. pictures.Diagnostics.Select(d => ForEditorOf(path, d)),
                .. word?.Diagnostics ?? [],
            ],
            Embedded = pictures.All,
            FatalPictures = pictures.Fatal,
            Document = file,
            Place = word is null ? text.Place : word.Place,
        };
    }

    private static bool IsWord(SourcePath path) =>
        path.Kind is SourceKind.Article or SourceKind.StandingPage
        && path.Extension is WordFile.Extension or WordFile.OpenDocumentExtension;

    private static Diagnostic ForEditorOf(SourcePath path, Diagnostic diagnostic) =>
        IsWord(path) ? diagnostic.InWord() : diagnostic;

    private static int MostBytesOf(SourcePath path) => path.Kind is SourceKind.Article or SourceKind.StandingPage
        ? EmbeddedPicture.MostBytes
        : SourceText.MostBytes;

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

        if (PageRoute.Of(PageKey.Asset(path)) is PageRoute.PictureCopy || EmbeddedPicture.IsPath(path))
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

        var bytes = await ReadAsync(content, (int)length, cancellation, start.AsMemory(0, read));
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

    /// <summary>Reads a file, which is in memory once; what was read of it already comes first.</summary>
    private static async Task<byte[]> ReadAsync(
        Stream content, int length, CancellationToken cancellation, ReadOnlyMemory<byte> start = default)
    {
        var bytes = new byte[length];
        start.CopyTo(bytes);
        var rest = bytes.AsMemory(start.Length);
        var read = await content.ReadAtLeastAsync(rest, rest.Length, throwOnEndOfStream: false, cancellation);
        return read == rest.Length ? bytes : bytes[..(start.Length + read)];
    }

    private static ValidationResult.Refused Refused(Diagnostic diagnostic) => new([diagnostic]);
}
