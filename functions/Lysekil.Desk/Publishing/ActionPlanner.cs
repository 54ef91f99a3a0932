using System.Globalization;
using Lysekil.Desk.History;
using Lysekil.Desk.Layout;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Publishing;

/// <summary>Finds out what an action would do, by the engine's own validation and decisions. Changes nothing.</summary>
internal sealed class ActionPlanner(
    SiteStorage storage, PublishingEngine engine, SiteIndex index, SwedishTime time, TimeProvider clock)
{
    private const int MostUsers = 20;

    /// <param name="action">The action.</param>
    /// <param name="source">The file as it is.</param>
    /// <param name="written">The date of a schedule, or the name to move to; else empty.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<PlannedChange> PlanAsync(
        DeskAction action, StoredSource source, string written, CancellationToken cancellation)
    {
        written = action == DeskAction.Schedule ? PublicationTime.InFile(written.Trim()) : written;
        var plan = new PlannedChange
        {
            Action = action,
            Path = source.Path,
            Target = source.Path,
            ETag = source.ETag,
            Written = written,
        };
        if (action == DeskAction.Delete)
        {
            return await DeletionAsync(plan, cancellation);
        }

        if (action == DeskAction.Move)
        {
            return await MoveAsync(plan, source, written.Trim(), cancellation);
        }

        if (action == DeskAction.Schedule && written.Length == 0)
        {
            return plan; // The page asks for the time.
        }

        return IsText(source.Path) && EditableText.Open(source.Path, source.Content) is var (text, reason)
            ? text is null
                ? plan with { Refusal = $"{reason} Öppna filen som hel fil och ändra den där." }
                : await ChangeAsync(plan, text, cancellation)
            : plan with { Refusal = "Bara artiklar och fasta sidor kan publiceras och avpubliceras." };
    }

    private async Task<PlannedChange> ChangeAsync(
        PlannedChange plan, EditableText text, CancellationToken cancellation)
    {
        var zone = (await engine.Preview.SiteAsync(cancellation)).Settings.TimeZone;
        var (changed, refusal) = plan.Action == DeskAction.Unpublish ? (text.WithDraft(true), null)
            : text.IsDraftByName ? (null, "Filens namn eller mapp gör den till ett utkast. Flytta den i stället.")
            : plan.Action == DeskAction.Schedule ? Scheduled(text, plan.Written, zone)
            : (await PublishedNowAsync(plan.Path, text, zone, cancellation), (string?)null);
        if (changed is null)
        {
            return plan with
            {
                Refusal = refusal ?? "Filens inställningar kan inte ändras så att resten blir som förut. "
                    + "Öppna filen som hel fil och ändra den där.",
            };
        }

        var preview = await engine.Preview.RenderAsync(plan.Path, changed.Bytes, cancellation);
        return plan with
        {
            Bytes = changed.Bytes,
            Effects = Forecast.Of(preview, time),
            Linking = preview.Next.Live is null
                ? await LinkingTexts.ReadAsync(index, plan.Path, cancellation)
                : LinkingTexts.None,
            BreaksLinks = true,
            LostUrl = preview.Next.Live is null ? preview.Now?.Live?.Page.Url : null,
        };
    }

    /// <summary>The text without what keeps it from readers; a date to come becomes the present.</summary>
    private async Task<EditableText?> PublishedNowAsync(
        SourcePath path, EditableText text, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var live = text.WithDraft(false);
        return live is not null
            && await engine.Preview.RenderAsync(path, live.Bytes, cancellation)
                is { Next.State: SourceState.Scheduled }
            ? live.With(live.DateName, Minute(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone)))
            : live;
    }

    private (EditableText? Text, string? Refusal) Scheduled(EditableText text, string written, TimeZoneInfo zone) =>
        ArticleDate.Parse(written, zone) is not { } date ? (null, $"Skriv {ArticleDate.Expected}.")
        : date <= clock.GetUtcNow() ? (null, "Tiden har redan varit. Skriv en som kommer, eller publicera nu.")
        : (text.WithDraft(false)?.With(text.DateName, written), null);

    private async Task<PlannedChange> DeletionAsync(PlannedChange plan, CancellationToken cancellation)
    {
        var live = (await index.FindSourceAsync(plan.Path, cancellation))?.Value.Live;
        return plan with
        {
            Effects = [live is null ? "Läsarna ser ingen skillnad." : $"{live.Page.Url} slutar fungera."],
            Users = await UsersAsync(plan.Path, cancellation),
            Linking = await LinkingTexts.ReadAsync(index, plan.Path, cancellation),
            BreaksLinks = true,
            LostUrl = IsText(plan.Path) ? live?.Page.Url : null,
        };
    }

    private async Task<PlannedChange> MoveAsync(
        PlannedChange plan, StoredSource source, string written, CancellationToken cancellation)
    {
        plan = plan with { Linking = await LinkingTexts.ReadAsync(index, plan.Path, cancellation) };
        if (written.Length == 0)
        {
            return plan with { Written = plan.Path.Value, Users = await UsersAsync(plan.Path, cancellation) };
        }

        if (DeskPath.Writable(written) is not { } target || target == plan.Path)
        {
            return plan with { Refusal = "Skriv ett annat namn, i någon av mapparna artiklar/, sidor/ och bilder/." };
        }

        if (target.Extension != plan.Path.Extension || IsText(target) != IsText(plan.Path))
        {
            return plan with { Refusal = $"Behåll ändelsen {plan.Path.Extension}, och slaget av fil." };
        }

        if (await storage.Content.FindAsync(target.Value, cancellation) is not null)
        {
            return plan with { Refusal = "Det finns redan en fil med det namnet." };
        }

        plan = plan with { Target = target, Bytes = source.Content };
        return IsText(target)
            ? await MovedTextAsync(plan, cancellation)
            : plan with
            {
                Effects = ["Adressen ändras. Texter som visar filen pekar på det gamla namnet tills de ändras."],
                Users = await UsersAsync(plan.Path, cancellation),
            };
    }

    private async Task<PlannedChange> MovedTextAsync(PlannedChange plan, CancellationToken cancellation)
    {
        var asking = index.FindSourceAsync(plan.Path, cancellation);
        var preview = await engine.Preview.RenderAsync(plan.Target, plan.Bytes!.Value, cancellation);
        var old = (await asking)?.Value.Live;
        if (old is null || preview.Next.Live is not { } moved)
        {
            return plan with { Effects = Forecast.Of(preview, time), BreaksLinks = preview.Next.Live is null };
        }

        return plan with
        {
            Effects = old.Page == moved.Page
                ? [$"Adressen {old.Page.Url} är densamma."]
                :
                [
                    $"Texten får den nya adressen {moved.Page.Url}.",
                    $"Den gamla adressen {old.Page.Url} leder vidare, så länkar dit fungerar.",
                ],
        };
    }

    private async Task<IReadOnlyList<SourcePath>> UsersAsync(SourcePath path, CancellationToken cancellation) =>
        path.Kind == SourceKind.Asset ? await index.UsersAsync(path, null, MostUsers, cancellation) : [];

    private static bool IsText(SourcePath path) => path.Kind is SourceKind.Article or SourceKind.StandingPage;

    private static string Minute(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
