namespace Lysekil.Benchmarks.Publish;

/// <summary>What an editor does.</summary>
internal enum Work
{
    /// <summary>An article of today.</summary>
    New,

    /// <summary>Another text for an article that is live.</summary>
    Updated,

    /// <summary>A new article between old ones.</summary>
    Backdated,

    Deleted,
}
