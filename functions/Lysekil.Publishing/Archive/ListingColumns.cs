using Lysekil.Publishing.Articles;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Pictures;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Archive;

/// <summary>A listing as the columns of a row, and back.</summary>
internal static class ListingColumns
{
    public static Columns Write(Listing listing) => new Columns()
        .Add("path", listing.Path.Value)
        .Add("page", listing.Page.Value)
        .Add("accepted", listing.Accepted.Value)
        .Add("modified", listing.Modified)
        .Add("title", listing.Title)
        .Add("lead", listing.Lead)
        .Add("leadInBody", listing.LeadIsInBody)
        .Add("date", listing.Date)
        .Add("updated", listing.Updated)
        .Add("author", listing.Author)
        .Add("topics", [.. listing.Topics.Select(t => t.Name)])
        .Add("image", listing.Image)
        .Add("imageAlt", listing.ImageAlt)
        .Add("language", listing.Language)
        .Add("id", listing.Id)
        .Add("contentType", listing.ContentType)
        .Add("picture", listing.Picture?.Write())
        .Add("assets", [.. listing.Assets.Select(a => a.Write())]);

    public static Listing Read(IReadOnlyDictionary<string, string> columns) => new()
    {
        Path = new SourcePath(columns["path"]),
        Page = Page(columns["page"]),
        Accepted = new ContentHash(columns["accepted"]),
        Modified = Columns.Moment(columns["modified"]),
        Title = columns.Text("title"),
        Lead = columns.Text("lead"),
        LeadIsInBody = columns.Flag("leadInBody"),
        Date = columns.Moment("date"),
        Updated = columns.Moment("updated"),
        Author = columns.Find("author"),
        Topics = [.. columns.List("topics").Select(t => Topic.From(t)!)],
        Image = columns.Find("image"),
        ImageAlt = columns.Find("imageAlt"),
        Language = columns.Find("language"),
        Id = columns.Text("id"),
        ContentType = columns.Find("contentType"),
        Picture = Picture.Read(columns.Find("picture")),
        Assets = [.. columns.List("assets").Select(UsedAsset.Read)],
    };

    public static PageKey Page(string text) =>
        PageKey.Parse(text) ?? throw new InvalidDataException($"The archive names a page that cannot be: {text}");
}
