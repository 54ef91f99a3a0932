namespace Lysekil.Publishing.Index;

/// <summary>
/// The lengths of the lists of the newest articles. A publish of an article that is in no list touches none; so
/// simulated sites, which have few articles, have short lists.
/// </summary>
/// <param name="Newest">Articles in the site's feeds. The front page shows the first of them.</param>
/// <param name="NewestOfTopic">
/// Articles in a topic's feed. A publish that touches the feed reads each of them in full, unless the process still
/// holds it.
/// </param>
public sealed record ListLengths(int Newest = 20, int NewestOfTopic = 10);
