namespace Lysekil.Benchmarks.Peers;

/// <summary>What is compared.</summary>
internal enum PeerWork
{
    /// <summary>All pages, to files, where there were none.</summary>
    AllPages,

    /// <summary>All that follows from one article that changes, however little or much that is.</summary>
    OneArticle,
}
