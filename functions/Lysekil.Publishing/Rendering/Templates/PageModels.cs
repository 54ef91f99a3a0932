using System.Globalization;
using Fluid;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Microsoft.Extensions.FileProviders;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// The variables of templates. Templates write members with underscores: <c>article.lead_in_body</c>.
/// </summary>
internal static class PageModels
{
    /// <summary>The limit of statements that a template may execute on one page.</summary>
    public const int MostSteps = 200_000;

    /// <summary>The same for all themes, and registered once, since each registration uses reflection.</summary>
    private static readonly MemberAccessStrategy Members = RegisteredMembers();

    /// <param name="files">The templates that others include.</param>
    /// <param name="isLimited">Whether a site's own templates are among them, which may take too much.</param>
    /// <param name="locale">The language in which the engine's own words and dates are written.</param>
    public static TemplateOptions Options(IFileProvider files, bool isLimited, Locale locale)
    {
        var options = new TemplateOptions
        {
            FileProvider = files,
            MemberAccessStrategy = Members,
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            Now = () => DateTimeOffset.UnixEpoch, // R3: pages do not depend on the clock.
            MaxSteps = MostSteps,
        };
        LocaleOptions.AddTo(options, locale);
        if (isLimited)
        {
            options.TemplateParsed = (_, template) => TemplateLimits.On(template);
            TemplateLimits.Limit(options.Filters);
        }

        return options;
    }

    private static DefaultMemberAccessStrategy RegisteredMembers()
    {
        var members = new DefaultMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.SnakeCase };
        foreach (var type in new[]
        {
            typeof(SiteModel), typeof(MenuEntry), typeof(PageHeadModel), typeof(CardModel), typeof(PictureModel),
            typeof(TopicLink), typeof(ShownDate), typeof(FrontSection), typeof(BylinePart), typeof(CorrectionModel),
            typeof(HeadlineModel), typeof(PeriodModel),
            typeof(TranslationModel), typeof(ContactModel), typeof(AnalyticsModel),
        })
        {
            members.Register(type);
        }

        return members;
    }
}

/// <summary>A section of the front page: a topic with its newest articles that are not above it.</summary>
internal sealed record FrontSection(string Name, string Url, IReadOnlyList<CardModel> Articles);

internal sealed record TopicLink(string Name, string Url);

internal sealed class HeadlineModel(Headline headline)
{
    public string Title => headline.Title;

    public string Url => headline.Page.Url;

    public DateTimeOffset Date => headline.Date;
}

/// <summary>A month of a year, a year of the news archive, or a topic.</summary>
internal sealed record PeriodModel(
    string Name, string Url, int Count, IEnumerable<HeadlineModel> Headlines, IEnumerable<PeriodModel> Parts);
