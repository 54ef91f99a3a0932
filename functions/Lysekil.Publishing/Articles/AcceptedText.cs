using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Markup;
using Lysekil.Publishing.Publication;

namespace Lysekil.Publishing.Articles;

/// <summary>The text of what is live, read again from the accepted source.</summary>
internal static class AcceptedText
{
    /// <exception cref="InvalidDataException">What was accepted once cannot be read any more: the rules have changed.</exception>
    public static async Task<MarkdownText> ReadAsync(AcceptedSources accepted, Listing listing, CancellationToken cancellation)
    {
        var bytes = await accepted.ReadAsync(listing.Accepted, cancellation);
        var reading = ManuscriptReader.Read(listing.Path, bytes, listing.Date ?? listing.Modified, TimeZoneInfo.Utc);
        return reading.Text
            ?? throw new InvalidDataException($"The accepted content {listing.Accepted} of {listing.Path} cannot be read.");
    }
}
