using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>The text of what is live, read again from the accepted source.</summary>
internal static class AcceptedText
{
    /// <remarks>Of the file's settings nothing is asked again: what a rule would refuse today was accepted then, and stays live.</remarks>
    /// <exception cref="InvalidDataException">What was accepted once cannot be taken apart any more: the rules have changed.</exception>
    public static async Task<MarkdownText> ReadAsync(AcceptedSources accepted, PublishedItem item, CancellationToken cancellation)
    {
        var bytes = await accepted.ReadAsync(item.Accepted, cancellation);
        return ManuscriptParts.Of(item.Path, bytes, TimeZoneInfo.Utc).Parts?.ReadText().Text
            ?? throw new InvalidDataException($"The accepted content {item.Accepted} of {item.Path} cannot be read.");
    }
}
