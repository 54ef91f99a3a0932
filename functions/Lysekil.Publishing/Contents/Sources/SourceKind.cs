namespace Lysekil.Publishing.Contents.Sources;

/// <summary>What a blob in the content container is, told by its name alone.</summary>
public enum SourceKind
{
    /// <summary>Nobody's work: a file that an operating system or an editor left behind. Passed over in silence.</summary>
    Ignored,

    /// <summary><c>artiklar/**.md</c></summary>
    Article,

    /// <summary><c>sidor/**.md</c></summary>
    StandingPage,

    /// <summary>A picture or a document anywhere under <c>artiklar/</c> or <c>bilder/</c>.</summary>
    Asset,

    /// <summary><c>site.yaml</c></summary>
    Settings,

    /// <summary><c>tema/**</c></summary>
    Theme,

    /// <summary>In none of the folders above.</summary>
    Misplaced,
}
