using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>A listing as the columns of a row, and back.</summary>
internal static class PublishedItemRow
{
    public static RowWriter Write(PublishedItem item) => new RowWriter()
        .Add("path", item.Path.Value)
        .Add("page", item.Page.Value)
        .Add("accepted", item.Accepted.Value)
        .Add("modified", item.Modified)
        .Add("title", item.Title)
        .Add("lead", item.Lead)
        .Add("leadInBody", item.LeadIsInBody)
        .Add("date", item.Date)
        .Add("updated", item.Updated)
        .Add("author", item.Author)
        .Add("topics", [.. item.Topics.Select(t => t.Name)])
        .Add("image", item.Image)
        .Add("imageAlt", item.ImageAlt)
        .Add("language", item.Language)
        .Add("id", item.Id)
        .Add("contentType", item.ContentType)
        .Add("picture", item.Picture?.Write())
        .Add("assets", [.. item.Assets.Select(a => a.Write())]);

    public static PublishedItem Read(IReadOnlyDictionary<string, string> columns) => new()
    {
        Path = new SourcePath(columns["path"]),
        Page = Page(columns["page"]),
        Accepted = new ContentHash(columns["accepted"]),
        Modified = RowWriter.Moment(columns["modified"]),
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
