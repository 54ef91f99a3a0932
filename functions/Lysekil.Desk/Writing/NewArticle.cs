using System.Globalization;
using System.Text;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Contents.Writing;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Desk.Writing;

/// <summary>The file of a new text, which is always a draft, from the fields of a form.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Lead">Plain text; may be empty.</param>
/// <param name="Topics">Names, separated by commas.</param>
/// <param name="Author">Plain text; may be empty.</param>
/// <param name="Date">As the editor writes it; may be empty.</param>
/// <param name="Body">Markdown; may be empty.</param>
/// <param name="IsStandingPage">Whether it is a standing page, without a date.</param>
public sealed record NewArticle(
    string Title, string Lead, string Topics, string Author, string Date, string Body, bool IsStandingPage)
{
    public const string KindField = "slag";
    public const string StandingPage = "sida";

    public static NewArticle Empty { get; } = new("", "", "", "", "", "", IsStandingPage: false);

    public static NewArticle Of(IFormCollection form) => new(
        form["rubrik"].ToString(),
        form["ingress"].ToString(),
        form["amnen"].ToString(),
        form["skribent"].ToString(),
        form["datum"].ToString(),
        form["text"].ToString(),
        form[KindField] == StandingPage);

    /// <summary>
    /// The paths that the file may have, the one to prefer first; none if the title has neither letter nor digit.
    /// </summary>
    /// <param name="now">The time where the site is.</param>
    /// <param name="most">How many paths.</param>
    public IEnumerable<SourcePath> Paths(DateTimeOffset now, int most)
    {
        if (Slug.From(Title) is not { } slug)
        {
            return [];
        }

        var day = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var start = IsStandingPage ? $"sidor/{slug}" : $"artiklar/{day}-{slug}";
        return Enumerable.Range(1, most)
            .Select(n => new SourcePath(n == 1 ? start + ".md" : string.Create(
                CultureInfo.InvariantCulture, $"{start}-{n}.md")));
    }

    public byte[] ToBytes()
    {
        var topics = Topics.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var body = Body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return Encoding.UTF8.GetBytes(new FrontMatterText()
            .Add("title", Title)
            .Add("lead", Lead)
            .Add("author", Author)
            .Add("date", IsStandingPage ? "" : Date)
            .Add("tags", topics)
            .AddDraft(true)
            .Above(body));
    }
}
