namespace Lysekil.Publishing.Contents.Sources;

/// <summary>What a blob in the content container is, according to its name.</summary>
public enum SourceKind
{
    /// <summary>
    /// A file that an operating system or a text editor left behind; it is ignored without a diagnostic.
    /// </summary>
    Ignored,

    /// <summary><c>artiklar/**.md</c> or <c>.docx</c></summary>
    Article,

    /// <summary><c>sidor/**.md</c> or <c>.docx</c></summary>
    StandingPage,

    /// <summary>A picture or a document anywhere under <c>artiklar/</c> or <c>bilder/</c>.</summary>
    Asset,

    /// <summary><c>site.yaml</c></summary>
    Settings,

    /// <summary><c>tema/**</c></summary>
    Theme,

    /// <summary>A file in none of the folders above; it is refused.</summary>
    Misplaced,
}
