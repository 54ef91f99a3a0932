using Lysekil.Desk.Audit;
using Lysekil.Desk.History;
using Lysekil.Desk.Layout;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Writing;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lysekil.Desk.Site;

/// <summary>
/// Shows the settings of the site as a form, and saves them. Whatever keeps them from being saved, the answer has what
/// the publisher wrote.
/// </summary>
internal sealed class SettingsEditor(SourceStore store, IVersionHistory history, SiteIndex index)
{
    public const string SavedField = "sparat";

    /// <summary>An address in the address of the page, for which the form gets a row.</summary>
    public const string FromField = "fran";

    private const string Nothing = "Inget är sparat. ";
    private const int MostVersions = 20;

    private static readonly Diagnostic LogoMissing = new(
        Severity.Warning,
        "value",
        null,
        "Bilden finns inte på webbplatsen.",
        "Ladda upp den under Bilder och spara sedan igen, eller rätta platsen.");

    public static SourcePath Path { get; } = new("site.yaml");

    /// <summary>Shows the settings as they are stored.</summary>
    public async Task<IResult> OpenAsync(HttpContext http, CancellationToken cancellation)
    {
        var source = await store.ReadAsync(Path, cancellation);
        var (settings, reason) = EditableSettings.Open(source?.Content ?? default);
        if (settings is null)
        {
            return Page(new SettingsModel { ETag = source?.ETag, Settings = null, Reason = reason }, http);
        }

        var isSaved = http.Request.Query.ContainsKey(SavedField);
        var form = SettingsForm.Of(source?.ETag, settings).WithRow(http.Request.Query[FromField].ToString());
        var model = ModelOf(form, settings) with
        {
            Findings = source is null ? [] : FindingsIn(settings),
            IsSaved = isSaved,
            Message = isSaved ? "Sparat. Sidorna skrivs om nu, och det nya syns på dem allteftersom." : null,
        };
        return Page(model, http);
    }

    /// <summary>Saves what the form sends.</summary>
    public async Task<IResult> SaveAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = SettingsForm.Of(await http.Request.ReadFormAsync(cancellation));
        if (EditableSettings.Open(form.Base).Settings is not { } read)
        {
            throw new BadHttpRequestException("The form's version has no settings.");
        }

        if (form.Moved() is { } moved)
        {
            return Page(ModelOf(moved, read) with { Message = "Menyn är ändrad här, men inte sparad än." }, http);
        }

        var change = form.ApplyTo(read);
        if (change.Changed.Count == 0)
        {
            return Page(ModelOf(form, read) with { Message = Nothing + "Du har inte ändrat något." }, http);
        }

        var model = ModelOf(form, read) with { Findings = await CheckAsync(change, cancellation) };
        if (change.Unchanged is { } label)
        {
            var unchanged = $"{Nothing}{label} går inte att ändra så utan att annat i filen ändras. "
                + "Gör ändringen i hela filen.";
            return Page(model with { Message = unchanged }, http, StatusCodes.Status422UnprocessableEntity);
        }

        if (model.Findings.Any(f => IsStopping(f, change.Changed)))
        {
            const string Mend = "Rätta det som är markerat och spara igen.";
            return Page(model with { Message = Nothing + Mend }, http, StatusCodes.Status422UnprocessableEntity);
        }

        var outcome = await store.SaveAsync(
            Path,
            change.Settings.Bytes,
            form.Read,
            DeskAccount.Of(http.User),
            form.Read is null ? AuditAction.Created : AuditAction.Saved,
            cancellation);
        return outcome is SaveOutcome.Conflict { Current: var current }
            ? Page(
                await BesideAsync(form, change, model, current, cancellation), http, StatusCodes.Status409Conflict)
            : Results.LocalRedirect($"{DeskLinks.Settings}?{SavedField}=ja");
    }

    /// <summary>A refusal stops each save; what leaves a setting out stops the save that changes it.</summary>
    private static bool IsStopping((string Setting, Diagnostic Diagnostic) finding, IReadOnlySet<string> changed) =>
        finding.Diagnostic.Severity == Severity.Refusal
        || (changed.Contains(finding.Setting) && DiagnosticCatalog.LeavesOut(finding.Diagnostic));

    /// <summary>
    /// The publisher's changes in a version that was saved meanwhile, which the next save replaces; that version beside
    /// them.
    /// </summary>
    private async Task<SettingsModel> BesideAsync(
        SettingsForm form,
        SettingsChange change,
        SettingsModel mine,
        StoredSource? current,
        CancellationToken cancellation)
    {
        if (current is null)
        {
            return mine with
            {
                ETag = null,
                Message = Nothing + "Filen har tagits bort. Spara igen, så läggs den tillbaka med dina ändringar.",
            };
        }

        var versions = await history.ListAsync(Path, MostVersions, cancellation);
        var merged = EditableSettings.Open(current.Content).Settings is { } now
            ? ModelOf(form.Onto(change.Changed, SettingsForm.Of(current.ETag, now)), now)
            : mine with { ETag = current.ETag };
        return merged with
        {
            Message = "Inget är sparat än: någon annan har ändrat inställningarna sedan du öppnade dem. "
                + "Fälten visar den versionen med dina ändringar. Spara igen om de stämmer.",
            Other = new OtherVersion(
                WholeFile.TextOf(current.Content.Span) ?? "",
                versions.FirstOrDefault(v => v.ETag == current.ETag)?.Account,
                current.Modified),
        };
    }

    private async Task<IReadOnlyList<(string Setting, Diagnostic Diagnostic)>> CheckAsync(
        SettingsChange change, CancellationToken cancellation)
    {
        var findings = FindingsIn(change.Settings);
        return change.Changed.Contains(SettingsField.Logo)
            && SiteSettings.Read(change.Settings.Bytes.Span).Settings?.Logo is { } logo
            && !(await index.AssetAsync(logo, cancellation)).IsThere
            ? [.. findings, (SettingsField.Logo, LogoMissing)]
            : findings;
    }

    /// <summary>What the engine says of the settings, each with the setting that it is about.</summary>
    private static IReadOnlyList<(string Setting, Diagnostic Diagnostic)> FindingsIn(EditableSettings settings)
    {
        var names = SettingsField.All.Select(f => f.Setting).Append(SettingsField.Menu)
            .Concat(SettingsPairs.All.Select(p => p.Setting))
            .ToDictionary(n => n, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. SiteSettings.Read(settings.Bytes.Span).Diagnostics.Select(d =>
                (d.Line is { } line ? NameOf(settings.NameAt(line)) : "", d)),
        ];

        string NameOf(string written) =>
            written.Split('.', 2) is [var setting, var key]
            && SettingsPairs.All.FirstOrDefault(
                p => setting.Equals(p.Setting, StringComparison.OrdinalIgnoreCase)) is { } pairs
                ? pairs.NameOf(key)
                : names.GetValueOrDefault(written, "");
    }

    private static SettingsModel ModelOf(SettingsForm form, EditableSettings settings) => new()
    {
        ETag = form.Read,
        Settings = settings,
        Values = SettingsField.All.ToDictionary(
            f => f.Setting,
            f => form.Values.GetValueOrDefault(f.Setting) ?? settings.Value(f.Setting),
            StringComparer.Ordinal),
        Menu = form.Menu ?? settings.Menu,
        Pairs = SettingsPairs.All.ToDictionary(
            p => p.Setting,
            p => form.Pairs.GetValueOrDefault(p.Setting) ?? settings.Pairs(p.Setting),
            StringComparer.Ordinal),
    };

    private static RazorComponentResult<SettingsPage> Page(
        SettingsModel model, HttpContext http, int status = StatusCodes.Status200OK) =>
        new(new { Model = model with { CanSave = DeskAccount.Of(http.User).Has(DeskRole.Publisher) } })
        {
            StatusCode = status,
        };
}
