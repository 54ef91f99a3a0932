using System.Globalization;
using Lysekil.Desk.Audit;
using Lysekil.Desk.History;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Desk.Pictures;

/// <summary>
/// Takes files into the folder of pictures, under a name that no other file has. Each is checked first as the engine
/// checks it when it publishes; a refused one stores nothing.
/// </summary>
/// <param name="store">The files.</param>
/// <param name="clock">The time of the upload.</param>
/// <param name="trial">Decodes a picture first; <c>null</c>: no trial is held.</param>
internal sealed class PictureUploads(SourceStore store, TimeProvider clock, IPictureTrial? trial = null)
{
    private const int MostNames = 50;
    private const string Folder = "bilder/";

    private static readonly Diagnostic NamesTaken = new(
        Severity.Refusal, "name", null, "Det finns redan många filer med det namnet.", "Byt namn på filen.");

    public async Task<UploadedFile> UploadAsync(
        IFormFile file, DeskAccount account, CancellationToken cancellation)
    {
        var (name, extension) = NameOf(file.FileName);
        var shown = new SourcePath(Folder + name + extension);
        var (content, found) = await ReadAsync(shown, file, cancellation);
        if (found.Any(d => d.Severity == Severity.Refusal))
        {
            return new UploadedFile(file.FileName, null, found);
        }

        for (var number = 1; number <= MostNames; number++)
        {
            var path = number == 1 ? shown : new SourcePath(string.Create(
                CultureInfo.InvariantCulture, $"{Folder}{name}-{number}{extension}"));
            if (await store.SaveAsync(path, content, null, account, AuditAction.Uploaded, cancellation)
                is SaveOutcome.Saved)
            {
                return new UploadedFile(file.FileName, path, found);
            }
        }

        return new UploadedFile(file.FileName, null, [NamesTaken]);
    }

    /// <summary>The file's bytes and what the engine says of them.</summary>
    private async Task<(ReadOnlyMemory<byte> Content, IReadOnlyList<Diagnostic> Found)> ReadAsync(
        SourcePath path, IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > AssetType.MostBytes)
        {
            return (default, [DiagnosticCatalog.TooLarge(file.Length, AssetType.MostBytes)]);
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        bytes.Position = 0;
        var now = clock.GetUtcNow();
        var validation = await SourceValidator.ValidateAsync(
            path,
            new BlobProperties(path.Value, new ETag(""), now, now, file.Length, new BlobHeaders("")),
            bytes,
            SiteSettings.Default.Region,
            trial,
            cancellation);
        return (bytes.ToArray(), validation.Diagnostics);
    }

    /// <summary>The name as a slug, so that it is readable in an address, and the extension.</summary>
    private static (string Name, string Extension) NameOf(string fileName)
    {
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var extension = Path.GetExtension(last).ToLowerInvariant();
        var name = Slug.From(Path.GetFileNameWithoutExtension(last))?.Value ?? "bild";
        return (name, Slug.From(extension) is { } plain && "." + plain.Value == extension ? extension : "");
    }
}

/// <summary>What became of an upload.</summary>
/// <param name="FileName">The file's name on the editor's machine.</param>
/// <param name="Path">Where it is stored; <c>null</c> if it was refused.</param>
/// <param name="Diagnostics">What the engine says of it.</param>
public sealed record UploadedFile(string FileName, SourcePath? Path, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The address on the site; empty if it was refused.</summary>
    public string Url => Path is null ? "" : PageKey.Asset(Path).Url;
}
