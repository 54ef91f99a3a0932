namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>The formats of pictures that the engine opens.</summary>
internal enum PictureFormat
{
    Jpeg,
    Png,
    Gif,
    WebP,
}
