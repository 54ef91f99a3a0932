using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Publication;

/// <summary>The pictures that a text holds itself, as they are validated with it.</summary>
/// <param name="All">Each picture once, in the order of the text.</param>
/// <param name="Contents">Their files, which are kept with the text.</param>
/// <param name="Diagnostics">Warnings about pictures that cannot be shown.</param>
/// <param name="Fatal">The names of those that end the process that decodes them.</param>
internal sealed record EmbeddedPictures(
    IReadOnlyList<EmbeddedPicture> All,
    IReadOnlyList<AcceptedContent> Contents,
    IReadOnlyList<Diagnostic> Diagnostics,
    EquatableList<string> Fatal)
{
    /// <summary>The refusal of a text that holds more than it may; <c>null</c> if it does not.</summary>
    public static Diagnostic? RefusalOf(IReadOnlyList<EmbeddedFile> files)
    {
        var bytes = files.Sum(f => (long)f.Content.Length);
        return files.Count > EmbeddedPicture.Most ? DiagnosticCatalog.TooManyEmbedded(EmbeddedPicture.Most)
            : bytes > EmbeddedPicture.MostBytes
                ? DiagnosticCatalog.EmbeddedTooLarge(bytes, EmbeddedPicture.MostBytes)
            : null;
    }

    /// <summary>Reads the pictures. One that cannot be opened is left out, with a warning.</summary>
    /// <param name="files">The pictures as they were taken out of the text.</param>
    /// <param name="trial">Decodes each picture first; <c>null</c>: no trial is held.</param>
    /// <param name="cancellation">Cancels the trials.</param>
    public static async Task<EmbeddedPictures> ReadAsync(
        IReadOnlyList<EmbeddedFile> files, IPictureTrial? trial, CancellationToken cancellation)
    {
        var (all, contents, diagnostics, fatal) = (
            new List<EmbeddedPicture>(), new List<AcceptedContent>(), new List<Diagnostic>(), new List<string>());
        foreach (var (name, content, line) in files)
        {
            var hash = ContentHash.Of(content);
            var isFatal = trial is not null && !await trial.SurvivesAsync(content, cancellation);
            var (picture, refusal) = isFatal
                ? (null, DiagnosticCatalog.PictureEndsProcess())
                : PictureFile.Read(content, hash);
            if (isFatal)
            {
                fatal.Add(name);
            }

            all.Add(new EmbeddedPicture(name, picture));
            if (refusal is null)
            {
                contents.Add(new AcceptedContent(hash, content));
            }
            else
            {
                diagnostics.Add(DiagnosticCatalog.EmbeddedLeftOut(line, all.Count, refusal));
            }
        }

        return new EmbeddedPictures(all, contents, diagnostics, [.. fatal]);
    }
}
