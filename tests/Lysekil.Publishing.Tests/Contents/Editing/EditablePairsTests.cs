using System.Text;
using Lysekil.Publishing.Contents.Editing;

namespace Lysekil.Publishing.Tests.Contents.Editing;

public class EditablePairsTests
{
    private const string Redirects = "redirects";

    private const string File = "title: x\nredirects: # flyttade\n  # Från 2025\n  /ett/: /1/ # först\n"
        + "  \"/två.html\" :   '/2/'\n\n  /tre/: https://tre.se/\n# Sist\nhub:\n";

    /// <summary>A file, its redirects afterwards, and the file afterwards.</summary>
    public static TheoryData<string, string, string> Changes => new()
    {
        { File, "/ett/ /1/|/två.html /två/|/tre/ https://tre.se/", With("'/2/'", "/två/") },
        { File, "/ett/ /1/|/två/ /2/|/tre/ https://tre.se/", With("\"/två.html\" :", "/två/:") },
        { File, "/ett/ /1/|/tre/ https://tre.se/", With("  \"/två.html\" :   '/2/'\n", "") },
        { File, "/två.html /2/|/tre/ /3/",
            With("  /ett/: /1/ # först\n", "").Replace("https://tre.se/", "/3/", StringComparison.Ordinal) },
        { File, "/ett/ /1/|/två.html /2/|/tre/ https://tre.se/|/fyra?x=4 https://fyra.se/",
            With("tre.se/\n", "tre.se/\n  '/fyra?x=4': 'https://fyra.se/'\n") },
        { File, "/noll/ /0/|/ett/ /1/|/två.html /2/|/tre/ https://tre.se/",
            With("  /ett/:", "  /noll/: /0/\n  /ett/:") },
        { File, "/ett/ /en/|/mellan/ /m/|/tre/ https://tre.se/|/fyra/ /4/",
            With("/1/", "/en/").Replace("\"/två.html\" :   '/2/'", "/mellan/:   /m/", StringComparison.Ordinal)
                .Replace("tre.se/\n", "tre.se/\n  /fyra/: /4/\n", StringComparison.Ordinal) },
        { File, "", "title: x\nredirects: # flyttade\n  # Från 2025\n\n# Sist\nhub:\n" },
        { "redirects:\n    /a/: /b/\n\n    /c/: /d/\nhub:\n", "", "hub:\n" },
        { "redirects:\n    /a/: /b/", "/a/ /b/|/c/ /d/", "redirects:\n    /a/: /b/\n    /c/: /d/\n" },
        { "title: x\n", "/a/ /b/", "title: x\nredirects:\n  /a/: /b/\n" },
        { "", "/a/ /b/", "redirects:\n  /a/: /b/\n" },
        { "Redirects: # inga\n# Nav\nhub:\n", "/a/ /b/", "Redirects: # inga\n  /a/: /b/\n# Nav\nhub:\n" },
        { "redirects: {} # inga\nhub:\n", "/a/ /b/", "redirects: # inga\n  /a/: /b/\nhub:\n" },
        { "redirects: { /a/: /b/ } # en\n", "/a/ /b/|/c?/ /d/", "redirects: { /a/: /b/, '/c?/': /d/ } # en\n" },
        { "redirects: { /a/: /b/ } # en\nhub:\n", "", "hub:\n" },
        { "redirects:\n  /a/: >-\n    /b\n    /c\n  /d/: /e/\n", "/a/ /f/|/d/ /e/",
            "redirects:\n  /a/: /f/\n  /d/: /e/\n" },
        { "redirects:\n  /a/:\n  /a/: /c/\n", "/a/ /b/|/a/ /c/", "redirects:\n  /a/: /b/\n  /a/: /c/\n" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Redirects_are_changed_where_they_stand_and_every_other_byte_stays(
        string file, string redirects, string expected)
    {
        var wanted = Read(redirects);

        var changed = Open(Encoding.UTF8.GetBytes(file)).WithPairs(Redirects, wanted);

        Assert.Equal(expected, changed is null ? null : Encoding.UTF8.GetString(changed.Bytes.Span));
        Assert.Equal(wanted, changed!.Pairs(Redirects));
        Assert.Same(changed, changed.WithPairs(Redirects, [.. wanted, new WrittenPair("", " ")]));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Encoding_byte_order_mark_and_line_ends_stay(string file, string redirects, string expected)
    {
        foreach (var form in FileForms.All.Where(_ => file.EndsWith('\n')))
        {
            Assert.Equal(
                form.Of(expected), Open(form.Of(file)).WithPairs(Redirects, Read(redirects))!.Bytes.ToArray());
        }
    }

    [Theory]
    [InlineData("redirects: /a/\n")]
    [InlineData("redirects: [/a/, /b/]\n")]
    [InlineData("redirects:\n  - from: /a/\n    to: /b/\n")]
    [InlineData("redirects:\n  /a/:\n    sv: /b/\n")]
    [InlineData("redirects:\n  /a: { html: /b/ }\n  /c/: /d/\n")]
    [InlineData("redirects: { /a/: /b/,\n  /c/: /d/ }\n")]
    public void Redirects_that_are_written_in_another_way_are_not_rewritten(string file)
    {
        var settings = Open(Encoding.UTF8.GetBytes(file));

        Assert.False(settings.CanSetPairs(Redirects));
        Assert.True(settings.CanSet("title"));
    }

    [Fact]
    public void A_line_belongs_to_its_redirect()
    {
        var settings = Open("redirects:\n  /a.html: /b/\n  # c\n  /c/: /d/\nhub:\n"u8.ToArray());

        Assert.Equal(
            ["redirects", "redirects./a.html", "redirects", "redirects./c/", "hub"],
            Enumerable.Range(1, 5).Select(settings.NameAt));
    }

    [Theory]
    [InlineData("/a: b # c")]
    [InlineData("'a' \"b\"")]
    [InlineData("[a] {b}, c")]
    [InlineData("? a")]
    [InlineData("<<")]
    [InlineData("true")]
    [InlineData("/😀/åäö?x=1&y=%2F")]
    public void Any_address_is_read_back_as_it_was_given(string address)
    {
        foreach (var file in new[] { "title: x\n", File, "redirects: { /a/: /b/ }\n" })
        {
            var settings = Open(Encoding.UTF8.GetBytes(file));
            var redirects = settings.Pairs(Redirects).Skip(1).Prepend(new WrittenPair(address, address)).ToList();

            Assert.Equal(redirects, settings.WithPairs(Redirects, redirects)!.Pairs(Redirects));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Redirects_that_stay_keep_their_lines_whatever_becomes_of_the_others(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var old = Enumerable.Range(0, random.Next(1, 12)).Select(i => $"  /{i}/ :  \"/{i}\" # {i}\n").ToList();
            var settings = Open(Encoding.UTF8.GetBytes("redirects:\n" + string.Concat(old)));
            var wanted = settings.Pairs(Redirects).ToList();
            for (var changes = random.Next(1, 5); changes > 0 && wanted.Count > 0; changes--)
            {
                var at = random.Next(wanted.Count);
                switch (random.Next(3))
                {
                    case 0:
                        wanted.RemoveAt(at);
                        break;
                    case 1:
                        wanted[at] = wanted[at] with { Value = "/nytt" };
                        break;
                    default:
                        wanted.Insert(at, new WrittenPair("/ny/", "/nytt"));
                        break;
                }
            }

            var changed = settings.WithPairs(Redirects, wanted);

            var lines = Encoding.UTF8.GetString(changed!.Bytes.Span);
            Assert.Equal(wanted, changed.Pairs(Redirects));
            Assert.All(
                settings.Pairs(Redirects).Index().Where(r => wanted.Contains(r.Item)),
                r => Assert.Contains(old[r.Index], lines, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Services_are_changed_as_redirects_are()
    {
        const string Before = "title: x\nsocial: # följ oss\n  Mastodon:  https://a.se/@x # först\nhub:\n";
        var settings = Open(Encoding.UTF8.GetBytes(Before));
        Assert.Equal([new WrittenPair("Mastodon", "https://a.se/@x")], settings.Pairs("social"));

        var changed = settings.WithPairs(
            "social", [.. settings.Pairs("social"), new WrittenPair("X: y", "https://x.se/")])!;

        Assert.Equal(
            Before.Replace("hub:", "  'X: y': 'https://x.se/'\nhub:", StringComparison.Ordinal),
            Encoding.UTF8.GetString(changed.Bytes.Span));
        Assert.Equal("social.Mastodon", changed.NameAt(3));
        Assert.Equal(
            "title: x\nhub:\n", Encoding.UTF8.GetString(settings.WithPairs("social", [])!.Bytes.Span));
        Assert.False(Open("social: [X]\n"u8.ToArray()).CanSetPairs("social"));
    }

    private static string With(string before, string after) =>
        File.Replace(before, after, StringComparison.Ordinal);

    private static List<WrittenPair> Read(string redirects) =>
    [
        .. redirects.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' '))
            .Select(r => new WrittenPair(r[0], r[1])),
    ];

    private static EditableSettings Open(byte[] file)
    {
        var (settings, reason) = EditableSettings.Open(file);
        Assert.True(settings is not null, reason);
        return settings;
    }
}
