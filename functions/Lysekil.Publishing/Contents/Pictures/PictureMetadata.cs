namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// Removes from a file what is not needed to show the picture, such as the place, the camera, comments, and whatever
/// follows the picture's end. Pixels, colours and the frames of an animation stay as they are.
/// </summary>
internal static class PictureMetadata
{
    /// <param name="file">The whole file: a GIF, a PNG or a WebP.</param>
    /// <returns>The file without metadata; <c>null</c> if it is damaged.</returns>
    public static byte[]? Without(ReadOnlySpan<byte> file) => PictureHeader.FormatOf(file) switch
    {
        PictureFormat.Gif => GifMetadata.Without(file),
        PictureFormat.Png => PngMetadata.Without(file),
        PictureFormat.WebP => WebPMetadata.Without(file),
        _ => throw new ArgumentException("The metadata of such files is removed by encoding them anew.", nameof(file)),
    };
}
