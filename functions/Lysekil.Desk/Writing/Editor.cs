using Lysekil.Desk.Audit;
using Lysekil.Desk.History;
using Lysekil.Desk.Layout;
using Lysekil.Desk.Preview;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lysekil.Desk.Writing;

/// <summary>
/// Shows a file for writing and saves it. Whatever keeps it from being saved, the answer has the editor's own words.
/// </summary>
internal sealed class Editor(
    SourceStore store,
    IVersionHistory history,
    OpenFiles writers,
    Previews previews,
    PreviewLinks links,
    TopicSuggestions topics)
{
    public const string SavedField = "sparat";
    public const string SavedAsNew = "ny";
    private const int MostVersions = 20;

    /// <summary>Shows a file as it is stored.</summary>
    public async Task<IResult> OpenAsync(SourcePath path, HttpContext http, CancellationToken cancellation)
    {
        if (path.Kind == SourceKind.Asset || await store.ReadAsync(path, cancellation) is not { } source)
        {
            return Results.NotFound();
        }

        if (WholeFile.TextOf(source.Content.Span) is null)
        {
            return Results.LocalRedirect(DeskLinks.File(path)); // A Word document, or no text at all.
        }

        var saved = http.Request.Query[SavedField].ToString();
        var isWhole = http.Request.Query[EditorInput.ViewField] == EditorInput.WholeFileView;
        var model = await ModelAsync(path, source.ETag, source.Content, isWhole, cancellation);
        return Page(
            model with
            {
                Saved = saved,
                Message = saved.Length > 0 ? "Sparat." : null,
                Others = await writers.OthersAsync(path, DeskAccount.Of(http.User), cancellation),
            },
            StatusCodes.Status200OK);
    }

    /// <summary>Saves what the form sends, or shows it in the other view.</summary>
    public async Task<IResult> SaveAsync(SourcePath path, HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var input = EditorInput.Of(path, form);
        var view = form[EditorButton.Field].ToString();
        if (view is EditorInput.WholeFileView or EditorInput.FormView)
        {
            var isWhole = view == EditorInput.WholeFileView;
            var shown = await ModelAsync(path, input.Read, input.Bytes, isWhole, cancellation);
            return Page(
                shown with { Message = "Det du har ändrat är inte sparat än." }, StatusCodes.Status200OK);
        }

        var model = await ModelAsync(path, input.Read, input.Bytes, input.IsWholeFile, cancellation);
        if (input.Unchanged is { } label)
        {
            return Page(
                model with
                {
                    Message = $"Inget är sparat: {label} går inte att ändra så utan att annat i filen ändras. "
                        + "Gör ändringen i hela filen.",
                },
                StatusCodes.Status422UnprocessableEntity);
        }

        var account = DeskAccount.Of(http.User);
        if (SaveRule.Refusal(account, path, model.Preview) is { } refusal)
        {
            return Page(model with { Message = "Inget är sparat. " + refusal }, StatusCodes.Status403Forbidden);
        }

        if (await store.SaveAsync(path, input.Bytes, input.Read, account, AuditAction.Saved, cancellation)
            is SaveOutcome.Conflict { Current: var current })
        {
            return Page(await BesideAsync(model, current, cancellation), StatusCodes.Status409Conflict);
        }

        await writers.ForgetAsync(path, account, cancellation);
        return Results.LocalRedirect(
            $"{DeskLinks.Write(path)}?{EditorInput.ViewField}={ViewOf(input)}&{SavedField}=ja");
    }

    private static string ViewOf(EditorInput input) =>
        input.IsWholeFile ? EditorInput.WholeFileView : EditorInput.FormView;

    /// <summary>The editor's words beside a version that was saved meanwhile, which the next save replaces.</summary>
    private async Task<EditorModel> BesideAsync(
        EditorModel mine, StoredSource? current, CancellationToken cancellation)
    {
        if (current is null)
        {
            return mine with
            {
                ETag = null,
                Message = "Inget är sparat: filen har tagits bort. Spara igen, så läggs den tillbaka med din text.",
            };
        }

        var versions = await history.ListAsync(mine.Path, MostVersions, cancellation);
        return mine with
        {
            ETag = current.ETag,
            Message = "Inget är sparat än: någon annan har sparat filen sedan du öppnade den.",
            Other = new OtherVersion(
                WholeFile.TextOf(current.Content.Span) ?? "",
                versions.FirstOrDefault(v => v.ETag == current.ETag)?.Account,
                current.Modified),
        };
    }

    private async Task<EditorModel> ModelAsync(
        SourcePath path,
        ETag? etag,
        ReadOnlyMemory<byte> bytes,
        bool isWhole,
        CancellationToken cancellation)
    {
        var askingTopics = topics.ReadAsync(cancellation);
        var preview = await previews.FindAsync(path, bytes, cancellation);
        var (text, reason) = Previews.Has(path) ? EditableText.Open(path, bytes) : (null, null);
        return new EditorModel
        {
            Path = path,
            ETag = etag,
            Bytes = bytes,
            Text = isWhole ? null : text,
            Reason = Previews.Has(path) ? reason : "Den här filen har inget formulär.",
            Preview = preview,
            Topics = await askingTopics,
            Link = Previews.Has(path) ? links.To(path) : null,
        };
    }

    private static RazorComponentResult<EditorPage> Page(EditorModel model, int status) =>
        new(new { Model = model }) { StatusCode = status };
}
