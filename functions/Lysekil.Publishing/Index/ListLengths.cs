namespace Lysekil.Publishing.Index;

/// <summary>
/// The lengths of lists. A publish of an article that is in no list of the newest touches none; so simulated sites,
/// which have few articles, have short lists.
/// </summary>
/// <param name="Newest">Articles in the site's feeds. The front page shows the first of them.</param>
/// <param name="NewestOfTopic">
/// Articles in a topic's feed. A publish that touches the feed reads each of them in full, unless the process still
/// holds it.
/// </param>
/// <param name="Month">Articles on one page of a month; one with more is divided into days.</param>
/// <param name="TopicYear">Articles on one page of a topic's year; one with more is divided into months.</param>
public sealed record ListLengths(int Newest = 20, int NewestOfTopic = 10, int Month = 200, int TopicYear = 500);
