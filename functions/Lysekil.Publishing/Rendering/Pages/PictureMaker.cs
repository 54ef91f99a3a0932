using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>Makes copies of accepted pictures.</summary>
/// <param name="accepted">The pictures.</param>
/// <param name="trial">Decodes a picture first on a later attempt; <c>null</c>: no trial is held.</param>
/// <param name="log">The operators' log.</param>
public sealed class PictureMaker(AcceptedSources accepted, IPictureTrial? trial, ILogger<PictureMaker> log)
{
    /// <summary>Makes a copy.</summary>
    /// <param name="asset">The picture, which is live.</param>
    /// <param name="make">Makes the copy of the file.</param>
    /// <param name="held">What the pass holds that makes it.</param>
    /// <param name="isLater">Whether this is a later attempt: an earlier one may have ended with its process.</param>
    /// <param name="cancellation">Cancels the reading and the trial.</param>
    /// <returns>
    /// The copy; <c>null</c> if a rule that the picture was not accepted by refuses it now, or if it ends the process
    /// that decodes it. A message about the page would fail for ever.
    /// </returns>
    /// <exception cref="InvalidDataException">
    /// The copy cannot be made, although the rules accept the picture.
    /// </exception>
    internal async Task<Stream?> MakeAsync(
        PublishedItem asset,
        Func<byte[], byte[]> make,
        HeldMemory held,
        bool isLater,
        CancellationToken cancellation)
    {
        var (file, turn) = await accepted.ReadInTurnAsync(asset.Path, asset.Accepted, held, cancellation);
        Stream? copy = null;
        try
        {
            copy = await MakeAsync(file, asset, make, isLater, cancellation);
            return copy is not null && turn is not null ? new StreamInTurn(copy, turn) : copy;
        }
        finally
        {
            if (copy is null)
            {
                turn?.Dispose();
            }
        }
    }

    private async Task<Stream?> MakeAsync(
        byte[] file, PublishedItem asset, Func<byte[], byte[]> make, bool isLater, CancellationToken cancellation)
    {
        if (isLater && trial is not null && !await trial.SurvivesAsync(file, cancellation))
        {
            log.LogError("Left a copy of {Picture} as it is: the process that decoded it has ended", asset.Path);
            return null;
        }

        try
        {
            return new MemoryStream(make(file));
        }
        catch (InvalidDataException) when (PictureFile.Read(file, asset.Accepted).Refusal is not null)
        {
            log.LogWarning("Left a copy of {Picture} as it is: the picture is refused by now", asset.Path);
            return null;
        }
    }
}
