using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// Arranges the articles of the front page so that rows of the style sheet fill. A slot of a row holds a card with a
/// picture, or two cards without, which are about as high. The newest article leads, above the rows.
/// </summary>
internal static class FrontArrangement
{
    /// <summary>In a row, at the page's full width.</summary>
    private const int SlotsOfRow = 3;

    /// <summary>The same articles, with their places; close to the given order, newest first.</summary>
    public static IReadOnlyList<(PublishedItem Article, CardPlace Place)> Of(IReadOnlyList<PublishedItem> newest)
    {
        var slots = new List<List<PublishedItem>>();
        List<PublishedItem>? half = null;
        foreach (var article in newest.Skip(1))
        {
            if (article.ShownImage is null && half is not null)
            {
                half.Add(article);
                half = null;
                continue;
            }

            slots.Add([article]);
            half = article.ShownImage is null ? slots[^1] : half;
        }

        var before = half is null ? 0 : slots.IndexOf(half) / SlotsOfRow * SlotsOfRow;
        slots.RemoveAll(s => s == half);
        MakeLastAlike(slots);
        if (half is not null)
        {
            // Between full rows: nothing stands beside it.
            slots.Insert(before, half);
        }

        return [.. newest.Take(1).Select(a => (a, CardPlace.Plain)), .. slots.SelectMany(s => Placed(s, s == half))];
    }

    /// <summary>
    /// A last row of two slots is wide, and a picture in it much higher than two texts: two slots of one kind go there.
    /// </summary>
    private static void MakeLastAlike(List<List<PublishedItem>> slots)
    {
        if (slots.Count % SlotsOfRow != 2 || slots.Count < SlotsOfRow || slots[^1].Count == slots[^2].Count)
        {
            return;
        }

        // The third last is like one of them; the other goes before both.
        var other = slots[^3].Count == slots[^1].Count ? slots.Count - 2 : slots.Count - 1;
        var slot = slots[other];
        slots.RemoveAt(other);
        slots.Insert(slots.Count - 2, slot);
    }

    private static IEnumerable<(PublishedItem Article, CardPlace Place)> Placed(
        List<PublishedItem> slot, bool isAlone) =>
        slot.Count == 2
            ? [(slot[0], CardPlace.FirstOfPair), (slot[1], CardPlace.LastOfPair)]
            : [(slot[0], isAlone ? CardPlace.Alone : CardPlace.Plain)];
}
