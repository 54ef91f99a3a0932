using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Accepted;

/// <summary>Content that is kept before its source goes live.</summary>
/// <param name="Hash">The content's hash, under which it is kept.</param>
/// <param name="Bytes">
/// The content; <c>null</c> for a file that is not read whole, which the publisher reads again from the source to keep it.
/// </param>
/// <param name="Text">The text parsed from the bytes; <c>null</c> for any other file.</param>
public sealed record AcceptedContent(ContentHash Hash, ReadOnlyMemory<byte>? Bytes, MarkdownText? Text = null);
