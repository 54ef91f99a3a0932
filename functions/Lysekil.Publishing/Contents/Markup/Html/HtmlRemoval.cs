namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>HTML that the sanitiser removed.</summary>
/// <param name="Element">The element's name.</param>
/// <param name="Attribute">The attribute's name; <c>null</c> if the whole element was removed.</param>
/// <param name="WithContent">Whether the element's content was removed with it.</param>
internal readonly record struct HtmlRemoval(string Element, string? Attribute, bool WithContent);

/// <summary>An address that the sanitiser removed.</summary>
/// <param name="Url">The address as written.</param>
/// <param name="IsImage">Whether a picture was to be shown from it.</param>
internal readonly record struct DroppedUrl(string Url, bool IsImage);
