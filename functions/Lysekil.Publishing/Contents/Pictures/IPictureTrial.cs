namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// Decodes pictures where the end of the process harms nothing else: a fault of a decoder cannot be caught. It is asked
/// only where an earlier attempt at a message or a command may have ended with its process, and where there is no such
/// attempt to tell of it: for previews and uploads of the desk.
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
