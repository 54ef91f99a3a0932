namespace Lysekil.Benchmarks.Peers;

/// <summary>The tasks to compare.</summary>
internal enum PeerWork
{
    /// <summary>Write all pages to an empty folder.</summary>
    AllPages,

    /// <summary>Update the site after a change of one article.</summary>
    OneArticle,
}
