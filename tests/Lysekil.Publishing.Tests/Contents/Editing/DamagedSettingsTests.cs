using System.Text;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Editing;

public class DamagedSettingsTests
{
    private const string Redirects = "redirects";

    private const string File = "---\n# Vår webbplats\ntitle: Bladet # prövas\nbaseUrl: 'https://www.exempel.se'\n"
        + "egen: {a: [b], c: d}\nmenu:\n  - text: Om\n    url: /om/\n    icon: x\n"
        + "  # Mer\n  - { text: Sök, url: /sok/ }\n"
        + "colours:\n  accent: '#0b5f8a'\n  egen: x\nfooter: |\n  Ett: #\n\n  Två.\n"
        + "redirects:\n  /a/: /b/\n  # Mer\n  '/c.html': https://c.se/\nhub:\n";

    private static readonly string[] Names =
        ["title", "baseUrl", "footer", "logo", "colours.accent", "colours.darkAccent", "hub"];

    private static readonly string[] Values =
        ["", "Nytt", "a: b # c", "'", "Ett.\n\n  två", "#0b5f8a", "- x", "[", "å\u2028b"];

    private static readonly string[] Pieces =
        ["\n", " ", "  ", ":", ": ", "#", " #", "'", "\"", "-", "- ", "[", "]", "{", "}", "|", ">", "&", "*", "!", ",",
            "\t", "?", "\r", "å", "👋", "\u2028", "---\n", "...\n"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_damaged_file_is_changed_as_it_should_be_or_not_at_all(int seed)
    {
        var random = new Random(seed);
        var (changed, refused) = (0, 0);
        for (var round = 0; round < 1_500; round++)
        {
            if (EditableSettings.Open(Damaged(random)).Settings is not { } settings)
            {
                continue;
            }

            var name = Names[random.Next(Names.Length)];
            var after = settings.With(name, Values[random.Next(Values.Length)]);
            var menu = settings.Menu.Where(e => e.Text.Length + e.Url.Length > 0).ToList();
            menu.Insert(random.Next(menu.Count + 1), new MenuEntry("Kontakt", "/kontakt/"));
            menu.RemoveAt(random.Next(menu.Count));
            var rearranged = settings.WithMenu(menu);
            var redirects = settings.Pairs(Redirects).Where(r => r.Key.Length + r.Value.Length > 0).ToList();
            redirects.Insert(random.Next(redirects.Count + 1), new WrittenPair("/ny/", "/nytt/"));
            redirects.RemoveAt(random.Next(redirects.Count));
            var redirected = settings.WithPairs(Redirects, redirects);

            Assert.True(
                after is null
                || (Others(after, name).SequenceEqual(Others(settings, name))
                    && after.Menu.SequenceEqual(settings.Menu)
                    && after.Pairs(Redirects).SequenceEqual(settings.Pairs(Redirects))),
                $"{name} in:\n{TextOf(settings)}\nbecame:\n{TextOf(after)}");
            Assert.True(
                rearranged is null
                || (Others(rearranged, "menu").SequenceEqual(Others(settings, "menu"))
                    && rearranged.Pairs(Redirects).SequenceEqual(settings.Pairs(Redirects))
                    && rearranged.Menu.SequenceEqual(menu)),
                $"The menu in:\n{TextOf(settings)}\nbecame:\n{TextOf(rearranged)}");
            Assert.True(
                redirected is null
                || (Others(redirected, "redirects").SequenceEqual(Others(settings, "redirects"))
                    && redirected.Menu.SequenceEqual(settings.Menu)
                    && redirected.Pairs(Redirects).SequenceEqual(redirects)),
                $"The redirects in:\n{TextOf(settings)}\nbecame:\n{TextOf(redirected)}");
            var results = new[] { after, rearranged, redirected };
            changed += results.Count(r => r is not null);
            refused += results.Count(r => r is null);
        }

        Assert.True(changed > 300 && refused > 30, $"{changed} changes were made, and {refused} refused.");
    }

    /// <summary>The values of the other settings that the form has, and the lines of unknown ones.</summary>
    private static IEnumerable<string> Others(EditableSettings settings, string name) =>
        Names.Where(n => n != name).Select(settings.Value).Append(
            string.Join('\n', Encoding.UTF8.GetString(settings.Bytes.Span).Split('\n')
                .Where(l => l.StartsWith("egen", StringComparison.Ordinal))));

    private static string TextOf(EditableSettings? settings) =>
        settings is null ? "" : Encoding.UTF8.GetString(settings.Bytes.Span);

    private static byte[] Damaged(Random random)
    {
        var text = new StringBuilder(File);
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(text.Length);
            if (random.Next(3) == 0)
            {
                text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
            }
            else
            {
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
