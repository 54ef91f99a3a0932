using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>
/// The columns of a published item, in rows of its own and in those of its claims and its source's record.
/// </summary>
internal static class PublishedItemRow
{
    public static readonly RowCodec<PublishedItem> Codec = new(Read);

    private static readonly ColumnFormat<Picture?> PictureFormat = new(p => p?.Write(), Picture.Read, _ => null);
    private static readonly ColumnFormat<FocalPoint?> FocusFormat =
        new(f => f?.Write(), t => FocalPoint.Read(t), _ => null);
    private static readonly ColumnFormat<EquatableList<UsedAsset>> AssetsFormat =
        ColumnFormat.ListOf(a => a.Write(), UsedAsset.Read);
    internal static readonly ColumnFormat<EquatableList<EmbeddedPicture>> EmbeddedFormat =
        ColumnFormat.ListOf(e => e.Write(), EmbeddedPicture.Read);

    private static readonly Column<SourcePath> Path = Codec.Add("path", ColumnFormat.Path, i => i.Path);
    public static readonly Column<PageKey> Page = Codec.Add("page", ColumnFormat.Page, i => i.Page);
    private static readonly Column<ContentHash> Accepted = Codec.Add("accepted", ColumnFormat.Hash, i => i.Accepted);
    public static readonly Column<DateTimeOffset> Modified =
        Codec.Add("modified", ColumnFormat.Moment, i => i.Modified);
    private static readonly Column<string> Title = Codec.Add("title", ColumnFormat.Text, i => i.Title);
    private static readonly Column<string> Lead = Codec.Add("lead", ColumnFormat.Text, i => i.Lead);
    private static readonly Column<bool> LeadIsInBody = Codec.Add("leadInBody", ColumnFormat.Flag, i => i.LeadIsInBody);
    public static readonly Column<DateTimeOffset?> Date = Codec.Add("date", ColumnFormat.OptionalMoment, i => i.Date);
    public static readonly Column<DateTimeOffset?> Updated =
        Codec.Add("updated", ColumnFormat.OptionalMoment, i => i.Updated);
    private static readonly Column<DateTimeOffset?> Expired =
        Codec.Add("expired", ColumnFormat.OptionalMoment, i => i.Expired);
    private static readonly Column<EquatableList<Correction>> Corrections =
        Codec.Add("corrections", ColumnFormat.ListOf(c => c.Write(), Correction.Read), i => i.Corrections);
    private static readonly Column<int> Pin = Codec.Add("pin", ColumnFormat.Number, i => i.Pin);
    private static readonly Column<string?> Author = Codec.Add("author", ColumnFormat.OptionalText, i => i.Author);
    private static readonly Column<EquatableList<Author>> Authors =
        Codec.Add("authors", ColumnFormat.ListOf(a => a.Name, t => Contents.Values.Author.From(t)!), i => i.Authors);
    private static readonly Column<EquatableList<Topic>> Topics =
        Codec.Add("topics", ColumnFormat.Topics, i => i.Topics);
    private static readonly Column<string?> Image = Codec.Add("image", ColumnFormat.OptionalText, i => i.Image);
    private static readonly Column<string?> ImageAlt =
        Codec.Add("imageAlt", ColumnFormat.OptionalText, i => i.ImageAlt);
    private static readonly Column<string?> ImageCaption =
        Codec.Add("imageCaption", ColumnFormat.OptionalText, i => i.ImageCaption);
    private static readonly Column<string?> ImageCredit =
        Codec.Add("imageCredit", ColumnFormat.OptionalText, i => i.ImageCredit);
    private static readonly Column<FocalPoint?> ImageFocus =
        Codec.Add("imageFocus", FocusFormat, i => i.ImageFocus);
    private static readonly Column<string?> Language =
        Codec.Add("language", ColumnFormat.OptionalText, i => i.Language);
    private static readonly Column<EquatableList<SourcePath>> TranslationOf =
        Codec.Add("translationOf", ColumnFormat.Paths, i => i.TranslationOf);
    private static readonly Column<string> Id = Codec.Add("id", ColumnFormat.Text, i => i.Id);
    private static readonly Column<string?> ContentType =
        Codec.Add("contentType", ColumnFormat.OptionalText, i => i.ContentType);
    private static readonly Column<Picture?> Shows = Codec.Add("picture", PictureFormat, i => i.Picture);
    private static readonly Column<EquatableList<UsedAsset>> Assets = Codec.Add("assets", AssetsFormat, i => i.Assets);
    private static readonly Column<EquatableList<EmbeddedPicture>> Embedded =
        Codec.Add("embedded", EmbeddedFormat, i => i.Embedded);

    private static PublishedItem Read(RowReader row) => new()
    {
        Path = Path.Of(row),
        Page = Page.Of(row),
        Accepted = Accepted.Of(row),
        Modified = Modified.Of(row),
        Title = Title.Of(row),
        Lead = Lead.Of(row),
        LeadIsInBody = LeadIsInBody.Of(row),
        Date = Date.Of(row),
        Updated = Updated.Of(row),
        Expired = Expired.Of(row),
        Corrections = Corrections.Of(row),
        Pin = Pin.Of(row),
        Author = Author.Of(row),
        Authors = Authors.Of(row),
        Topics = Topics.Of(row),
        Image = Image.Of(row),
        ImageAlt = ImageAlt.Of(row),
        ImageCaption = ImageCaption.Of(row),
        ImageCredit = ImageCredit.Of(row),
        ImageFocus = ImageFocus.Of(row),
        Language = Language.Of(row),
        TranslationOf = TranslationOf.Of(row),
        Id = Id.Of(row),
        ContentType = ContentType.Of(row),
        Picture = Shows.Of(row),
        Assets = Assets.Of(row),
        Embedded = Embedded.Of(row),
    };
}
