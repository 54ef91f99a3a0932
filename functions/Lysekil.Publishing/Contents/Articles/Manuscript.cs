using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// A valid article or standing page, as its file describes it. Only <see cref="ManuscriptReader"/> creates manuscripts,
/// so an invalid one cannot exist.
/// </summary>
public sealed record Manuscript
{
    public const int MostTitleCharacters = 200;
    public const int MostLeadCharacters = 500;
    public const int MostTopics = 8;
    public const int MostAliases = 6;

    /// <summary>The last place among the articles that lead the front page.</summary>
    public const int LastPin = 9;

    /// <summary>The most authors whose pages list an article. One with more than six topics has fewer.</summary>
    public const int MostAuthors = 4;

    internal Manuscript()
    {
    }

    public required SourcePath Path { get; init; }

    /// <summary>Plain text, 1–200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, at most 500 characters; empty if the text has no paragraph.</summary>
    public required string Lead { get; init; }

    /// <summary>
    /// The title with Swedish quotation marks, by which versions are compared: another language of the site changes
    /// marks that no editor wrote, and is no update of the text.
    /// </summary>
    public required string ComparedTitle { get; init; }

    /// <inheritdoc cref="ComparedTitle"/>
    public required string ComparedLead { get; init; }

    /// <summary>Whether the lead is the body's first paragraph, which the page then does not show twice.</summary>
    public required bool LeadIsInBody { get; init; }

    /// <summary>The publication date, with the site's offset at that time; <c>null</c> for a standing page.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>The day of the date where the site is; <c>null</c> for a standing page.</summary>
    public DateOnly? Day => Date is { } date ? DateOnly.FromDateTime(date.DateTime) : null;

    /// <summary>
    /// Whether the editor wrote the date. Only then can it schedule the article: the time of the upload never does.
    /// </summary>
    public bool IsDateStated { get; init; }

    /// <summary>The date of the last update, if the editor wrote one.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>When the text leaves lists, feeds and search, if the settings say so.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>What was corrected after the text had been published, in the editor's order.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The place among the articles that lead the front page, from 1; 0 for one that does not lead.</summary>
    public int Pin { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>The lead picture: an absolute URL or a path of the site.</summary>
    public string? Image { get; init; }

    public string? ImageAlt { get; init; }

    /// <summary>Plain text below the lead picture.</summary>
    public string? ImageCaption { get; init; }

    /// <summary>The lead picture's photographer.</summary>
    public string? ImageCredit { get; init; }

    /// <summary>The point around which lists crop the lead picture, if the settings have one.</summary>
    public FocalPoint? ImageFocus { get; init; }

    /// <summary>A language tag (RFC 5646), if the settings have one.</summary>
    public string? Language { get; init; }

    /// <summary>The locale of that language; that of the site if there is none.</summary>
    public required Locale Locale { get; init; }

    /// <summary>The texts that say the same in other languages; at most three.</summary>
    public IReadOnlyList<SourcePath> TranslationOf { get; init; } = [];

    public bool IsDraft { get; init; }

    /// <summary>The page that the manuscript claims.</summary>
    public required PageKey Page { get; init; }

    /// <summary>Older pages, which redirect to it.</summary>
    public IReadOnlyList<PageKey> Aliases { get; init; } = [];

    /// <summary>Markdown, without front matter, title and opening date.</summary>
    public required string Body { get; init; }

    /// <summary>The assets to which body and settings refer; each once, in ordinal order.</summary>
    public IReadOnlyList<SourcePath> Assets { get; init; } = [];

    /// <summary>Those of the assets that are files of the site, and not pictures that the text holds itself.</summary>
    public IEnumerable<SourcePath> Files => Assets.Where(a => !EmbeddedPicture.IsPath(a));

    /// <summary>
    /// The hash of what readers read (title, lead, body, the lead picture's caption and credit, and corrections): it
    /// tells whether the content changed. Computed on each call.
    /// </summary>
    public ContentHash HashOfText() => ContentHash.OfLines(
    [
        ComparedTitle, ComparedLead, Body,
        .. Corrections.Count > 0 || (ImageCaption ?? ImageCredit) is not null
            ? new[] { ImageCaption ?? "", ImageCredit ?? "" }
            : [],
        .. Corrections.Select(c => c.Write()),
    ]);
}
