using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>What is live of a source: all that the pages which list or show it need, except its text.</summary>
public sealed record PublishedItem
{
    public required SourcePath Path { get; init; }

    public required PageKey Page { get; init; }

    /// <summary>The content that the page shows, in the container <c>accepted</c>.</summary>
    public required ContentHash Accepted { get; init; }

    /// <summary>When that content was uploaded.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Plain text; for an asset, its file name.</summary>
    public required string Title { get; init; }

    public string Lead { get; init; } = "";

    public bool LeadIsInBody { get; init; }

    /// <summary><em>Publicerad</em>; <c>null</c> for anything but an article.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The day of <em>Publicerad</em> where the site is.</summary>
    public DateOnly? Day => Date is { } date ? DateOnly.FromDateTime(date.DateTime) : null;

    /// <summary><em>Uppdaterad</em>, where it is to be shown.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>
    /// When it left lists, feeds and search; <c>null</c> as long as it has not. Its page stays, and says so.
    /// </summary>
    public DateTimeOffset? Expired { get; init; }

    /// <summary>What was corrected after the text had been published.</summary>
    public EquatableList<Correction> Corrections { get; init; } = [];

    /// <summary>The place among the articles that lead the front page, from 1; 0 for one that does not lead.</summary>
    public int Pin { get; init; }

    public string? Author { get; init; }

    /// <summary>
    /// The persons among the authors, each of whom has a page. An article of the most topics has room for one
    /// (<see cref="Storage.ITable.MostChanges"/>), and each topic less makes room for two more.
    /// </summary>
    public EquatableList<Author> Authors { get; init; } = [];

    public EquatableList<Topic> Topics { get; init; } = [];

    public string? Image { get; init; }

    public string? ImageAlt { get; init; }

    /// <summary>Plain text below the lead picture.</summary>
    public string? ImageCaption { get; init; }

    /// <summary>The lead picture's photographer.</summary>
    public string? ImageCredit { get; init; }

    /// <summary>
    /// The point around which lists crop the lead picture; <c>null</c> for the one that draws the eye.
    /// </summary>
    public FocalPoint? ImageFocus { get; init; }

    public string? Language { get; init; }

    /// <summary>The texts that say the same in other languages, if they name this one, too.</summary>
    public EquatableList<SourcePath> TranslationOf { get; init; } = [];

    /// <summary>The article's permanent identifier in feeds; empty for anything but an article.</summary>
    public string Id { get; init; } = "";

    /// <summary>The media type of an asset; <c>null</c> for what is rendered.</summary>
    public string? ContentType { get; init; }

    /// <summary>What an asset shows, where it is a picture.</summary>
    public Picture? Picture { get; init; }

    /// <summary>
    /// The site's own files that a text shows or links to, as they are live; of very many, the first.
    /// </summary>
    public EquatableList<UsedAsset> Assets { get; init; } = [];

    /// <summary>The pictures that the text holds itself.</summary>
    public EquatableList<EmbeddedPicture> Embedded { get; init; } = [];

    /// <summary>All files that the text shows or links to.</summary>
    public IEnumerable<UsedAsset> Files =>
        Embedded.Count == 0 ? Assets : Assets.Concat(Embedded.Select(e => e.In(Path)));

    /// <summary>The lead picture as readers get it, where it is one of the site's own.</summary>
    public UsedAsset? LeadAsset =>
        Image is { } url ? Files.FirstOrDefault(a => PageKey.Asset(a.Path).Url == url)?.Shown : null;

    /// <summary>The lead picture's address, unless it is one of the site's own files and missing.</summary>
    public string? ShownImage =>
        LeadAsset is not { } asset ? Image : asset.IsThere ? PageKey.Asset(asset.Path).Url : null;

    /// <summary>The month whose page lists the article; <c>null</c> for anything but an article.</summary>
    public Month? Month => Date is { } date ? Contents.Values.Month.Of(date) : null;

    /// <summary>A picture that a text holds itself, as an item of its own: it changes only with its content.</summary>
    public static PublishedItem Of(EmbeddedPicture embedded, SourcePath text)
    {
        var path = EmbeddedPicture.PathIn(text, embedded.Name);
        return new PublishedItem
        {
            Path = path,
            Page = PageKey.Asset(path),
            Accepted = embedded.Picture!.Content,
            Modified = default,
            Title = embedded.Name,
            ContentType = embedded.ContentType,
            Picture = embedded.Picture,
        };
    }

    /// <summary>The item with what pages that list it show, and no more.</summary>
    private PublishedItem Listed => this with
    {
        Accepted = default,
        Modified = default,
        Updated = null,
        LeadIsInBody = false,
        Corrections = [],
        Pin = 0,
        ImageCaption = null,
        ImageCredit = null,
        TranslationOf = [],
        Assets = LeadAsset is { } asset ? [asset] : [],
        Embedded = [],
    };

    /// <summary>Whether pages that list this item would look the same with another.</summary>
    public bool ListsLike(PublishedItem other) => AreSame(Listed, other.Listed);

    /// <summary>The hash of what pages that list some items show of them.</summary>
    internal static ContentHash HashOfListed(IEnumerable<PublishedItem> items) => ContentHash.OfLines(
        [.. items.SelectMany(i => PublishedItemRow.Codec.Write(i.Listed)).SelectMany(c => new[] { c.Key, c.Value })]);

    /// <summary>Whether two items look the same to readers, who see one moment in two time zones as two.</summary>
    public static bool AreSame(PublishedItem? one, PublishedItem? other) =>
        one == other && one?.Date?.Offset == other?.Date?.Offset && one?.Updated?.Offset == other?.Updated?.Offset;
}
