using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>An article or a standing page, in lists and on its own page.</summary>
internal sealed class CardModel(PublishedItem item, CardPlace place = CardPlace.Plain)
{
    public string Url => item.Page.Url;

    public string Title => item.Title;

    public string Lead => item.Lead;

    public bool LeadInBody => item.LeadIsInBody;

    /// <summary>Shown as a <see cref="ShownDate"/>, as every date of a model.</summary>
    public DateTimeOffset? Date => item.Date;

    public DateTimeOffset? Updated => item.Updated;

    /// <summary>When the text left lists and search; nil if it has not.</summary>
    public DateTimeOffset? Expired => item.Expired;

    public IEnumerable<CorrectionModel> Corrections => item.Corrections.Select(c => new CorrectionModel(c));

    public string? Author => item.Author;

    /// <summary>
    /// The author in parts, of which a person's name has the path of the person's page. A text that has expired has no
    /// such links: it may have been the only one there.
    /// </summary>
    public IEnumerable<BylinePart> Byline
    {
        get
        {
            var (byline, at) = (item.Author ?? "", 0);
            foreach (var author in item.Expired is null ? item.Authors : [])
            {
                if (byline.IndexOf(author.Name, at, StringComparison.Ordinal) is >= 0 and var start)
                {
                    yield return new BylinePart(byline[at..start], null);
                    yield return new BylinePart(author.Name, PageKey.Author(author.Slug).Url);
                    at = start + author.Name.Length;
                }
            }

            yield return new BylinePart(byline[at..], null);
        }
    }

    /// <summary>None of a text that has expired: it may have been the only one on its topic's page.</summary>
    public IEnumerable<TopicLink> Topics => item.Expired is not null
        ? []
        : item.Topics.Select(t => new TopicLink(t.Name, PageKey.Topic(t.Slug).Url));

    public string? Image => item.ShownImage;

    public string? ImageAlt => item.ImageAlt;

    public string? ImageCaption => item.ImageCaption;

    public string? ImageCredit => item.ImageCredit;

    /// <summary>The lead picture; <c>null</c> if it is not one of the site's own.</summary>
    public PictureModel? Picture => item.LeadAsset is { Picture: not null } asset ? new PictureModel(asset) : null;

    /// <summary>
    /// The class of the style sheet by which lists crop the lead picture; empty for one that is cropped in its middle.
    /// </summary>
    public string Crop
    {
        get
        {
            var picture = item.LeadAsset?.Picture;
            var (width, height) = picture?.Shown ?? UsualSize;
            var focus = item.ImageFocus ?? picture?.Focus ?? FocalPoint.Centre;
            var place = PictureCrop.PlaceAround(focus, width, height);
            return place == PictureCrop.Middle ? "" : string.Create(CultureInfo.InvariantCulture, $"f{place}");
        }
    }

    public string? Language => item.Language;

    /// <summary>Whether the card and the next one share a slot of the front page.</summary>
    public bool BeginsPair => place == CardPlace.FirstOfPair;

    public bool EndsPair => place == CardPlace.LastOfPair;

    /// <summary>Whether the card has a row of the front page to itself, and no picture.</summary>
    public bool IsAlone => place == CardPlace.Alone;

    /// <summary>Taken for the size of other sites' pictures, of which only the address is known.</summary>
    private static (int Width, int Height) UsualSize => (4, 3);
}

/// <summary>One of the site's own pictures.</summary>
internal sealed class PictureModel(UsedAsset asset)
{
    /// <summary>The value of the attribute <c>srcset</c>; empty if there are no copies.</summary>
    public string Copies => PictureMarkup.CopiesOf(asset);

    public int Width => asset.Picture!.Shown.Width;

    public int Height => asset.Picture!.Shown.Height;

    public string Tint => asset.Picture!.Tint.Name;
}

/// <summary>A correction of a text.</summary>
internal sealed class CorrectionModel(Correction correction)
{
    public DateTimeOffset Date => correction.Date;

    public string Text => correction.Text;
}

/// <summary>A part of a byline: a name with the path of its page, or other words without.</summary>
internal sealed record BylinePart(string Name, string? Url);
