using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Markup.Dialect;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Reads and validates an editor's file. Pure: the same input gives the same manuscript on any machine.
/// </summary>
public static class ManuscriptReader
{
    /// <param name="path">The path of an article or a standing page; well formed.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="created">
    /// When the source was created: an article's date if neither settings, name nor text have one.
    /// </param>
    /// <param name="region">The site's time zone and language.</param>
    public static ManuscriptReading Read(
        SourcePath path, ReadOnlySpan<byte> bytes, DateTimeOffset created, RegionalSettings region)
    {
        var zone = region.TimeZone;
        var createdHere = TimeZoneInfo.ConvertTime(created, zone);
        var (parts, unreadable) = ManuscriptParts.Of(path, bytes, DateOnly.FromDateTime(createdHere.DateTime));
        if (parts is null)
        {
            return ManuscriptReading.Refused([unreadable!]);
        }

        if (parts.Mistaken is { Severity: Severity.Refusal } mistakenFrontMatter)
        {
            return ManuscriptReading.Refused([mistakenFrontMatter], MistakenTitle.Of(parts, bytes, region.Locale));
        }

        var settings = ManuscriptSettings.Read(parts.Settings, path, region);
        var locale = region.LocaleOf(settings.Language);
        var title = TitleIn(locale);
        var (content, refused) = parts.ReadText();
        if (content is null)
        {
            return ManuscriptReading.Refused([.. settings.Diagnostics, refused!], title);
        }

        var stated = settings.Date
            ?? ManuscriptAddress.DateOf(path, zone)
            ?? (parts.OpeningDate is { } opening ? ArticleDate.Of(opening, zone) : (DateTimeOffset?)null);
        var date = path.Kind == SourceKind.Article ? stated ?? createdHere : (DateTimeOffset?)null;
        var page = date is { } day
            ? ManuscriptAddress.Article(path, Month.Of(day), settings.Slug)
            : ManuscriptAddress.StandingPage(path, settings.Slug);
        var picture = settings.Picture;
        var assets = picture.Asset is { } image
            ? [.. content.Assets.Append(image).Distinct().Order()]
            : content.Assets;

        List<Diagnostic> diagnostics = parts.Mistaken is { } warning ? [warning] : [];
        diagnostics.AddRange(parts.Remarks);
        diagnostics.AddRange(settings.Diagnostics);
        diagnostics.AddRange(content.Diagnostics);
        if (path.Kind == SourceKind.Article
            && settings.Date is null
            && ArticleDate.MistakenStart(ManuscriptAddress.NameOf(path)) is { } mistaken)
        {
            diagnostics.Add(DiagnosticCatalog.NameDateInvalid(mistaken));
        }

        if (parts.LaterDate is { } laterDate)
        {
            diagnostics.Add(laterDate);
        }

        var draftByName = DraftName.DiagnosticFor(path);
        if (draftByName is not null)
        {
            diagnostics.Add(draftByName);
        }

        AddRefusals(diagnostics, settings, title, parts.Settings.Find("title")?.Entry.Line ?? parts.FirstLine, page);
        if (settings.Expires <= stated && parts.Settings.Find("expires") is var (_, _, key, entry))
        {
            diagnostics.Add(DiagnosticCatalog.ExpiresBeforeDate(entry.Line, key));
        }

        if (diagnostics.Exists(r => r.Severity == Severity.Refusal))
        {
            return ManuscriptReading.Refused(diagnostics, title);
        }

        var lead = LeadIn(locale);
        var isSwedish = locale == Locale.Swedish;
        return new ManuscriptReading(
            new Manuscript
            {
                Path = path,
                Title = title,
                Lead = lead,
                ComparedTitle = isSwedish ? title : TitleIn(Locale.Swedish),
                ComparedLead = isSwedish ? lead : LeadIn(Locale.Swedish),
                LeadIsInBody = settings.Lead is null,
                Date = date,
                IsDateStated = stated is not null,
                Updated = settings.Updated,
                Expires = settings.Expires,
                Corrections = settings.Corrections,
                Pin = settings.Pin ?? 0,
                Author = settings.Author,
                Topics = settings.Topics,
                Image = picture.Url,
                ImageAlt = picture.Alt,
                ImageCaption = picture.Caption,
                ImageCredit = picture.Credit,
                ImageFocus = picture.Focus,
                Language = settings.Language,
                Locale = locale,
                TranslationOf = settings.TranslationOf,
                IsDraft = settings.IsDraft || draftByName is not null,
                Page = page!,
                Aliases = settings.Aliases,
                Body = parts.Text,
                Assets = assets,
            },
            content,
            diagnostics);

        string TitleIn(Locale language) =>
            settings.Title ?? (parts.Heading is null ? "" : PlainText.OfHeading(parts.Heading, language));

        string LeadIn(Locale language) => Shorten(settings.Lead ?? content.FirstParagraph(language));
    }

    private static void AddRefusals(
        List<Diagnostic> diagnostics, ManuscriptSettings settings, string title, int titleLine, PageKey? page)
    {
        if (!title.Any(char.IsLetterOrDigit))
        {
            diagnostics.Add(DiagnosticCatalog.TitleMissing());
        }
        else if (title.Length > Manuscript.MostTitleCharacters)
        {
            diagnostics.Add(DiagnosticCatalog.TitleTooLong(titleLine, title.Length, Manuscript.MostTitleCharacters));
        }

        if (page is null)
        {
            diagnostics.Add(DiagnosticCatalog.SlugMissing());
        }
        else if (page.IsReserved)
        {
            diagnostics.Add(DiagnosticCatalog.UrlReserved(page.Url));
        }

        if (settings.Picture is { Url: { } image, Alt: null or "" } picture)
        {
            diagnostics.Add(DiagnosticCatalog.AltMissing(picture.Line, image));
        }
    }

    private static string Shorten(string lead)
    {
        if (lead.Length <= Manuscript.MostLeadCharacters)
        {
            return lead;
        }

        var end = lead.LastIndexOf(' ', Manuscript.MostLeadCharacters - 1);
        end = end > 0 ? end : Manuscript.MostLeadCharacters - 1;
        return Shortened.Beginning(lead, end).TrimEnd(',', '.', ' ', '–') + "…";
    }
}

/// <summary>The result of reading a file: a manuscript, or the refusals that tell why there is none.</summary>
/// <param name="Manuscript">Not <c>null</c> exactly where no diagnostic is a refusal.</param>
/// <param name="Text">The manuscript's body, parsed; <c>null</c> where there is no manuscript.</param>
/// <param name="Diagnostics">Refusals and warnings.</param>
public sealed record ManuscriptReading(
    Manuscript? Manuscript, MarkdownText? Text, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The title of a refused text that has one that can be read, shortened; else empty.</summary>
    public string RefusedTitle { get; private init; } = "";

    internal static ManuscriptReading Refused(IReadOnlyList<Diagnostic> diagnostics, string title = "") =>
        new(null, null, diagnostics)
        {
            RefusedTitle = Shortened.Of(OneLine.Of(title), Manuscript.MostTitleCharacters),
        };
}
