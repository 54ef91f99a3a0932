namespace Lysekil.Publishing.Index;

/// <summary>What became of a source's newest version; also the value of the index tag <c>state</c>, in lower case.</summary>
public enum SourceState
{
    Published,
    Draft,
    Scheduled,
    Refused,

    /// <summary>
    /// The source is gone. What must outlast it stays, since a file that is deleted and made again, perhaps before anyone
    /// looked, is the same article to its readers.
    /// </summary>
    Deleted,
}
