namespace Lysekil.Publishing.Refreshing;

public enum RefreshResult
{
    /// <summary>The page was not stale, and nobody had died over it.</summary>
    NotStale,

    /// <summary>It was written so lately that it waits a moment for what else comes.</summary>
    Deferred,

    /// <summary>It was rendered, and was what it is: nothing was written.</summary>
    Unchanged,

    Written,

    /// <summary>The archive does not need it any more.</summary>
    Deleted,
}
