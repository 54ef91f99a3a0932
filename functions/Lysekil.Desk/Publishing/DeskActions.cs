using Lysekil.Desk.Audit;
using Lysekil.Desk.History;
using Lysekil.Desk.Layout;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lysekil.Desk.Publishing;

/// <summary>Shows what an action will do, does it on condition of the version that was shown, and undoes it.</summary>
internal sealed class DeskActions(ActionPlanner planner, SourceStore store, IVersionHistory history)
{
    /// <summary>How far back the version before a change is looked for; others may save meanwhile.</summary>
    private const int MostVersions = 20;

    public async Task<IResult> ShowAsync(
        DeskAction action, SourcePath path, IQueryCollection query, CancellationToken cancellation)
    {
        if (query.ContainsKey(PublishingEndpoints.DoneField))
        {
            return Done(action, path, query);
        }

        return await store.ReadAsync(path, cancellation) is { } source
            ? Page(await planner.PlanAsync(
                action, source, query[PublishingEndpoints.WrittenField].ToString(), cancellation))
            : Results.NotFound();
    }

    public async Task<IResult> ChangeAsync(
        DeskAction action, SourcePath path, HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (await store.ReadAsync(path, cancellation) is not { } source)
        {
            return Results.NotFound();
        }

        if (source.ETag.Value != form[PublishingEndpoints.ETagField])
        {
            return Results.Conflict();
        }

        var written = form[PublishingEndpoints.WrittenField].ToString();
        var plan = await planner.PlanAsync(action, source, written, cancellation);
        if (plan.Refusal is not null || (plan.Bytes is null && action != DeskAction.Delete))
        {
            return Page(plan, StatusCodes.Status422UnprocessableEntity);
        }

        return await DoAsync(plan, DeskAccount.Of(http.User), cancellation) is SaveOutcome.Saved saved
            ? Results.LocalRedirect(await AddressOfAsync(plan, saved.ETag, cancellation))
            : Results.Conflict();
    }

    /// <summary>Saves the version before a change again; a file that was moved goes back to its name.</summary>
    public async Task<IResult> UndoAsync(SourcePath path, HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var (version, etag) = (form[PublishingEndpoints.VersionField].ToString(), ETagIn(form));
        if (DeskPath.Writable(form[PublishingEndpoints.TargetField]) is not { } target
            || await history.ReadAsync(path, version, cancellation) is not { } before)
        {
            return Results.NotFound();
        }

        var account = DeskAccount.Of(http.User);
        var isMoved = target != path;
        var saved = await store.SaveAsync(
            path, before, isMoved ? null : etag, account, AuditAction.Restored, cancellation);
        if (saved is SaveOutcome.Saved && isMoved && etag is { } moved)
        {
            saved = await store.DeleteAsync(target, moved, account, AuditAction.Restored, cancellation);
        }

        return saved is SaveOutcome.Saved ? Results.LocalRedirect(DeskLinks.File(path)) : Results.Conflict();
    }

    /// <summary>
    /// Makes the change. A file is moved by a copy and a deletion: if the deletion fails, both are there, and
    /// nothing is lost.
    /// </summary>
    private async Task<SaveOutcome> DoAsync(
        PlannedChange plan, DeskAccount account, CancellationToken cancellation)
    {
        if (plan.Bytes is not { } bytes)
        {
            return await store.DeleteAsync(plan.Path, plan.ETag, account, plan.Action.Audited, cancellation);
        }

        if (plan.Target == plan.Path)
        {
            return await store.SaveAsync(plan.Path, bytes, plan.ETag, account, plan.Action.Audited, cancellation);
        }

        var saved = await store.SaveAsync(plan.Target, bytes, null, account, plan.Action.Audited, cancellation);
        return saved is not SaveOutcome.Saved
            || await store.DeleteAsync(plan.Path, plan.ETag, account, plan.Action.Audited, cancellation)
                is SaveOutcome.Saved
            ? saved
            : new SaveOutcome.Conflict(null);
    }

    /// <summary>The address of the page that follows, with all that undoing takes.</summary>
    private async Task<string> AddressOfAsync(PlannedChange plan, ETag? etag, CancellationToken cancellation)
    {
        var versions = await history.ListAsync(plan.Path, MostVersions, cancellation);
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            [PublishingEndpoints.DoneField] = "ja",
            [PublishingEndpoints.VersionField] = versions.FirstOrDefault(v => v.ETag == plan.ETag)?.Id,
            [PublishingEndpoints.ETagField] = etag?.Value,
            [PublishingEndpoints.TargetField] = plan.Target.Value,
            [PublishingEndpoints.LostField] = plan.LostUrl,
        });
        return DeskLinks.Action(plan.Action.Name, plan.Path) + query.ToUriComponent();
    }

    private static IResult Done(DeskAction action, SourcePath path, IQueryCollection query) =>
        DeskPath.Readable(query[PublishingEndpoints.TargetField]) is { } target
            ? new RazorComponentResult<DonePage>(new
            {
                Change = new DoneChange(
                    action,
                    path,
                    target,
                    query[PublishingEndpoints.VersionField].ToString(),
                    query[PublishingEndpoints.ETagField].ToString())
                {
                    LostUrl = PageKey.FromUrl(query[PublishingEndpoints.LostField].ToString())?.Url,
                },
            })
            : Results.NotFound();

    private static RazorComponentResult<ActionPage> Page(PlannedChange plan, int status = StatusCodes.Status200OK) =>
        new(new { Plan = plan }) { StatusCode = status };

    private static ETag? ETagIn(IFormCollection form) =>
        form[PublishingEndpoints.ETagField].ToString() is { Length: > 0 } etag ? new ETag(etag) : null;
}
