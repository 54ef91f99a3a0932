namespace Lysekil.Publishing.Index;

/// <summary>
/// How many of the newest articles the lists of them have. A publish of an article that is in none of them touches none; so
/// simulated sites of few articles have short ones.
/// </summary>
/// <param name="Newest">In the site's feeds. The front page shows the first of them.</param>
/// <param name="NewestOfTopic">
/// In a topic's feed. Each is read in full for each publish that touches the feed, unless the process knows it still.
/// </param>
public sealed record ListLengths(int Newest = 20, int NewestOfTopic = 10);
