namespace Lysekil.Publishing.Archive;

/// <summary>What became of a source's newest version; also the value of the index tag <c>state</c>, in lower case.</summary>
public enum SourceState
{
    Published,
    Draft,
    Scheduled,
    Refused,
}
