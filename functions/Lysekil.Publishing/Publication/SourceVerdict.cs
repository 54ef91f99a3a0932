using Lysekil.Publishing.Articles;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Publication;

/// <summary>What one version of a source is found to be, before anybody else's sources are looked at.</summary>
/// <param name="Remarks">For the editor.</param>
public abstract record SourceVerdict(IReadOnlyList<Remark> Remarks)
{
    /// <summary>It cannot be published.</summary>
    public sealed record Refused(IReadOnlyList<Remark> Remarks) : SourceVerdict(Remarks);

    /// <summary>Text to be rendered.</summary>
    public sealed record Text(Manuscript Manuscript, AcceptedContent Content, IReadOnlyList<Remark> Remarks)
        : SourceVerdict(Remarks);

    /// <summary>A file to be served as it is.</summary>
    /// <param name="ContentType">Its media type.</param>
    /// <param name="Content">Its bytes are streamed from the source when they are kept.</param>
    public sealed record Asset(string ContentType, AcceptedContent Content) : SourceVerdict([]);

    /// <summary>Settings, or a template.</summary>
    public sealed record SiteFile(AcceptedContent Content, IReadOnlyList<Remark> Remarks) : SourceVerdict(Remarks);
}
