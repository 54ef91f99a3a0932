using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// A valid article or standing page, as its file says it. Only <see cref="ManuscriptReader"/> makes one, so an invalid
/// one cannot exist.
/// </summary>
public sealed record Manuscript
{
    public const int MostTitleCharacters = 200;
    public const int MostLeadCharacters = 500;
    public const int MostTopics = 8;
    public const int MostAliases = 6;

    internal Manuscript()
    {
    }

    public required SourcePath Path { get; init; }

    /// <summary>Plain text, 1–200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, at most 500 characters; empty where the text has none.</summary>
    public required string Lead { get; init; }

    /// <summary>Whether the lead is the body's first paragraph, so that it is not to be shown twice.</summary>
    public required bool LeadIsInBody { get; init; }

    /// <summary>When it is to be published, with the site's offset then; <c>null</c> for a standing page.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>Whether somebody chose the date: then it may be one to wait for. The upload's own time never is.</summary>
    public bool IsDateStated { get; init; }

    /// <summary>When the editor says that it was updated.</summary>
    public DateTimeOffset? Updated { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>The lead picture: an absolute URL or a path of the site.</summary>
    public string? Image { get; init; }

    public string? ImageAlt { get; init; }

    /// <summary>A language tag (RFC 5646) where it is not the site's.</summary>
    public string? Language { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>Where it wants to be published.</summary>
    public required PageKey Page { get; init; }

    /// <summary>Older addresses that lead to it.</summary>
    public IReadOnlyList<PageKey> Aliases { get; init; } = [];

    /// <summary>Markdown, without front matter, title and the date that opened it.</summary>
    public required string Body { get; init; }

    /// <summary>The assets that body and settings refer to; each once, in ordinal order.</summary>
    public IReadOnlyList<SourcePath> Assets { get; init; } = [];

    /// <summary>Of what readers read (title, lead, body): it tells whether the content changed.</summary>
    public required ContentHash Text { get; init; }
}
