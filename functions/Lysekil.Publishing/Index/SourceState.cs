namespace Lysekil.Publishing.Index;

/// <summary>
/// What became of a source's newest version; also the value of the index tag <c>state</c>, in lower case.
/// </summary>
public enum SourceState
{
    Published,
    Draft,
    Scheduled,
    Refused,

    /// <summary>
    /// The source is gone, and its record is a tombstone: a file that is deleted and created again, perhaps before a
    /// publish sees the deletion, is the same article to its readers.
    /// </summary>
    Deleted,
}
