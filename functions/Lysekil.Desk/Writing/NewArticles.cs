using Lysekil.Desk.Audit;
using Lysekil.Desk.History;
using Lysekil.Desk.Layout;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lysekil.Desk.Writing;

/// <summary>Shows the form of a new text, and saves it under a name that no other file has.</summary>
internal sealed class NewArticles(
    SourceStore store, PublishingEngine engine, TopicSuggestions topics, TimeProvider clock)
{
    private const int MostNames = 20;

    public Task<IResult> ShowAsync(CancellationToken cancellation) =>
        PageAsync(NewArticle.Empty, null, StatusCodes.Status200OK, cancellation);

    public async Task<IResult> CreateAsync(HttpContext http, CancellationToken cancellation)
    {
        var article = NewArticle.Of(await http.Request.ReadFormAsync(cancellation));
        var zone = (await engine.Preview.SiteAsync(cancellation)).Settings.TimeZone;
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone);
        var content = article.ToBytes();
        foreach (var path in article.Paths(now, MostNames))
        {
            var account = DeskAccount.Of(http.User);
            if (await store.SaveAsync(path, content, null, account, AuditAction.Created, cancellation)
                is SaveOutcome.Saved)
            {
                return Results.LocalRedirect($"{DeskLinks.Write(path)}?{Editor.SavedField}={Editor.SavedAsNew}");
            }
        }

        var message = article.Title.Any(char.IsLetterOrDigit)
            ? "Inget är sparat: det finns redan många filer med den rubriken. Välj en annan."
            : "Inget är sparat: skriv en rubrik, som filen får sitt namn av.";
        return await PageAsync(article, message, StatusCodes.Status422UnprocessableEntity, cancellation);
    }

    private async Task<IResult> PageAsync(
        NewArticle article, string? message, int status, CancellationToken cancellation) =>
        new RazorComponentResult<NewPage>(new
        {
            Article = article,
            Topics = await topics.ReadAsync(cancellation),
            Message = message,
        })
        {
            StatusCode = status,
        };
}
