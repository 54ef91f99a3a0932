namespace Lysekil.Simulation;

/// <summary>What is asked of storage: the methods of the ports.</summary>
public enum StorageOperation
{
    Find,
    Open,
    Write,
    Delete,
    List,
    Tag,
    Query,
    Commit,
    Send,
    Receive,
}
