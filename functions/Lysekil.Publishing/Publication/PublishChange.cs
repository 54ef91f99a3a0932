namespace Lysekil.Publishing.Publication;

public enum PublishChange
{
    /// <summary>The archive was in step already.</summary>
    Unchanged,

    /// <summary>It went live.</summary>
    Published,

    /// <summary>What is live changed.</summary>
    Updated,

    /// <summary>The source is gone, and so is what was live of it.</summary>
    Removed,

    /// <summary>The newest version cannot be published; the last good one, if any, stays live.</summary>
    Refused,

    /// <summary>A draft, not live.</summary>
    Draft,

    /// <summary>It goes live when its date comes.</summary>
    Scheduled,
}
