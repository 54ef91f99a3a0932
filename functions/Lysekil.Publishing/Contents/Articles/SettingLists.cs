using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>Reads settings with several values.</summary>
internal static partial class SettingLists
{
    /// <summary>The topics, each once, from all settings that mean topics.</summary>
    public static IReadOnlyList<Topic> Topics(SettingValues values)
    {
        var (topics, line) = (new Dictionary<Slug, Topic>(), 0);
        foreach (var (_, _, key, entry) in values.Written.FindAll("tags"))
        {
            line = entry.Line;
            foreach (var name in entry.Values.SelectMany(v => v.Split(',')).Where(v => v.Trim().Length > 0))
            {
                if (Topic.From(name) is not { } topic)
                {
                    values.Diagnostics.Add(DiagnosticCatalog.ValueInvalid(
                        line, key, name, "varje ämne som ett eller några ord"));
                }
                else if (!topics.TryAdd(topic.Slug, topic))
                {
                    if (topics[topic.Slug] is var kept && !topic.IsSameWordAs(kept))
                    {
                        values.Diagnostics.Add(DiagnosticCatalog.TopicsCollide(line, topic.Name, kept.Name));
                    }
                }
                else if (PublicationWords.IsDraft(topic.Slug))
                {
                    values.Diagnostics.Add(DiagnosticCatalog.DraftUnclear(line, key, name.Trim()));
                }
            }
        }

        if (topics.Count > Manuscript.MostTopics)
        {
            values.Diagnostics.Add(DiagnosticCatalog.TooManyTopics(line, topics.Count, Manuscript.MostTopics));
        }

        return [.. topics.Values];
    }

    /// <summary>
    /// The older addresses, each once: aliases, and the address that the text had on another system. That one is often
    /// a pattern, so it only gives a warning where it cannot be used. So do the other names of a note, which Obsidian
    /// has in <c>aliases</c>.
    /// </summary>
    public static IReadOnlyList<PageKey> Aliases(SettingValues values)
    {
        var (aliases, line) = (new List<PageKey>(), 0);
        foreach (var (name, _, key, entry) in
            values.Written.FindAll("aliases").Concat(values.Written.FindAll("permalink")))
        {
            var names = new List<string>();
            foreach (var url in entry.Values)
            {
                if (PageKey.FromUrl(Rooted(url)) is { IsReserved: false } page)
                {
                    aliases.Add(page);
                }
                else if (name == "aliases" && IsName(key, url))
                {
                    names.Add(url);
                }
                else if (name == "aliases")
                {
                    values.Diagnostics.Add(DiagnosticCatalog.ValueInvalid(
                        entry.Line, key, url, "en äldre adress på webbplatsen, som /nyheter/gammal-sida/"));
                }
                else if (PublicationWords.Of(key, url) != PublicationMeaning.Draft)
                {
                    values.Diagnostics.Add(DiagnosticCatalog.AddressUnusable(entry.Line, key, url));
                }
            }

            if (names.Count > 0)
            {
                values.Diagnostics.Add(DiagnosticCatalog.AliasesAreNames(entry.Line, key, names));
            }

            line = entry.Line;
        }

        List<PageKey> all = [.. aliases.Distinct()];
        if (all.Count > Manuscript.MostAliases)
        {
            values.Diagnostics.Add(DiagnosticCatalog.TooManyAliases(line, all.Count, Manuscript.MostAliases));
        }

        return all;
    }

    /// <summary>An address of Zola's, which begins at the site's root without a slash.</summary>
    private static string Rooted(string url) =>
        url.Contains('/', StringComparison.Ordinal) && !url.StartsWith('/') && !url.StartsWith('.') ? "/" + url : url;

    /// <summary>Whether a value can only be a name: nothing in it looks like a part of an address.</summary>
    private static bool IsName(string key, string value) =>
        key.StartsWith("alias", StringComparison.OrdinalIgnoreCase) && !PartOfAddress().IsMatch(value);

    [GeneratedRegex(
        @"[/\\]|^[.?#]|^www\.|\.[a-z]{2,5}(?:[?#]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartOfAddress();
}
