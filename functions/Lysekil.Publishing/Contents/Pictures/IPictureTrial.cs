namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// Decodes pictures where the end of the process harms nothing else. It is asked only on a later attempt at a message
/// or a command, since an earlier one may have ended with its process: a fault of a decoder cannot be caught.
/// </summary>
public interface IPictureTrial
{
    /// <summary>Does with a picture all that <see cref="PictureFile.DryRun"/> does.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="cancellation">Cancels the trial.</param>
    /// <returns>
    /// Whether the process outlived the picture; also <c>true</c> if the trial could not begin, since that says nothing
    /// about the picture.
    /// </returns>
    Task<bool> SurvivesAsync(byte[] file, CancellationToken cancellation);
}
