using System.Security.Cryptography;
using Lysekil.Local.Tests.Mirror;

namespace Lysekil.Local.Tests.Runner;

public sealed class OnceTests : IDisposable
{
    private const string Broken = "---\ntitle: Trasig\ndate: någon gång i oktober\n---\n\nText.\n";

    private readonly TemporaryFolder _content = new();
    private readonly TemporaryFolder _out = new();

    public void Dispose()
    {
        _content.Dispose();
        _out.Dispose();
    }

    [Fact]
    public async Task The_sample_site_is_published_twice_with_the_same_bytes()
    {
        var (first, second) = (Path.Combine(_out.FullPath, "first"), Path.Combine(_out.FullPath, "second"));

        var (exitCode, output) = await RunnerProcess.RunAsync("once", "--content", Sample.Content, "--export", first);
        Assert.True(exitCode == 0, output);
        (exitCode, output) = await RunnerProcess.RunAsync("once", "--content", Sample.Content, "--export", second);
        Assert.True(exitCode == 0, output);

        var site = Read(first);
        Assert.Equal(site, Read(second));
        Assert.Superset(
            new HashSet<string>
            {
                "index.html", "nyhetsarkiv/index.html", "nyhetsarkiv/2019/index.html", "nyhetsarkiv/2019/10/index.html",
                "rss.xml", "atom.xml", "feed.json", "sitemap.xml", "robots.txt", "404.html",
            },
            site.Keys.ToHashSet());
        Assert.Contains(site.Keys, name => name.StartsWith("2019/10/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_broken_article_among_twenty_is_named_and_does_not_stop_the_others()
    {
        for (var day = 1; day <= 19; day++)
        {
            _content.Write($"artiklar/2019-10-{day:00}-fraga-{day}.md", $"# Fråga {day}\n\nText om fråga {day}.\n");
        }

        _content.Write("artiklar/2019-10-20-trasig.md", Broken);

        var (exitCode, output) = await RunnerProcess.RunAsync(
            "once", "--content", _content.FullPath, "--export", _out.FullPath);

        Assert.Equal(2, exitCode);
        Assert.Contains("artiklar/2019-10-20-trasig.md:3", output, StringComparison.Ordinal);
        Assert.Contains("→", output, StringComparison.Ordinal);
        Assert.Contains("19 published, 1 rejected", output, StringComparison.Ordinal);
        Assert.Equal(19, _out.Files.Count(file => file.StartsWith("2019/10/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_scheduled_article_is_not_waited_for()
    {
        _content.Write("artiklar/2019-10-19-hel.md", "# Hel\n\nText.\n");
        _content.Write("artiklar/framtid.md", "---\ndate: 2199-01-01\n---\n# Framtid\n\nText.\n");

        var (exitCode, output) = await RunnerProcess.RunAsync(
            "once", "--content", _content.FullPath, "--export", _out.FullPath);

        Assert.True(exitCode == 0, output);
        Assert.Contains("1 published", output, StringComparison.Ordinal);
        Assert.DoesNotContain(_out.Files, file => file.StartsWith("2199/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_names_a_refused_article_without_publishing()
    {
        _content.Write("artiklar/2019-10-19-hel.md", "# Hel\n\nText.\n");
        _content.Write("artiklar/2019-10-20-trasig.md", Broken);

        var (exitCode, output) = await RunnerProcess.RunAsync("check", _content.FullPath);

        Assert.Equal(2, exitCode);
        Assert.Contains("artiklar/2019-10-20-trasig.md:3", output, StringComparison.Ordinal);
    }

    /// <summary>Refusals, warnings, what other files decide, and drafts.</summary>
    [Fact]
    public async Task A_check_and_a_publish_say_the_same_of_each_file()
    {
        _content.Write("bilder/trasig.png", "ingen bild");
        _content.Write("artiklar/2019-10-19-bild.md", "# Bild\n\n![](/bilder/trasig.png) ![Två](saknas.jpg)\n");
        _content.Write("artiklar/2019-10-19-en.md", "---\nokänd: ja\n---\n# En\n\n[fil](ftp://example.org/)\n");
        _content.Write("artiklar/andra/2019-10-19-en.md", "# En till\n\nText.\n");
        _content.Write("artiklar/utkast/2019-10-19-utkast.md", "# Utkast\n\nText.\n");
        _content.Write("artiklar/2019-10-20-trasig.md", Broken);
        _content.Write("anteckning.txt", "På fel ställe.");

        var once = await RunnerProcess.RunAsync("once", "--content", _content.FullPath, "--export", _out.FullPath);
        var check = await RunnerProcess.RunAsync("check", _content.FullPath);

        Assert.Equal((2, 2), (once.ExitCode, check.ExitCode));
        var said = Findings(check.Output);
        Assert.Equal(said, Findings(once.Output));
        Assert.All(
            new[] { "bilder/trasig.png", "bild.md", "en.md:2", "andra/", "utkast/", "trasig.md:3", "anteckning.txt" },
            name => Assert.Contains(said, line => line.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Names_that_storage_refuses_are_named_and_do_not_stop_others()
    {
        _content.Write("artiklar/2019-10-19-hel.md", "# Hel\n\nText.\n");
        _content.Write("artiklar/2019-10-20-a\u0001b.md", "# Styrtecken\n\nText.\n");
        _content.Write("artiklar/a\\b.md", "# Snedstreck\n\nText.\n");
        using var broken = new BrokenName(_content.FullPath, @"artiklar/2019-10-21-\377.md");
        string[] lines =
        [
            "artiklar/2019-10-20-a<U+0001>b.md  Filens eller mappens namn",
            "artiklar/a\\b.md  Filens eller mappens namn",
            "artiklar/2019-10-21-\uFFFD.md  Filens eller mappens namn",
        ];

        var once = await RunnerProcess.RunAsync("once", "--content", _content.FullPath, "--export", _out.FullPath);
        var check = await RunnerProcess.RunAsync("check", _content.FullPath);

        Assert.All([once, check], run =>
        {
            Assert.True(run.ExitCode == 2, run.Output);
            Assert.All(lines, line => Assert.Contains(line, run.Output, StringComparison.Ordinal));
        });
        Assert.Contains("4 files: 1 published, 3 rejected", once.Output, StringComparison.Ordinal);
        Assert.Contains("4 files: 1 fit to publish, 3 rejected", check.Output, StringComparison.Ordinal);
        Assert.Contains("2019/10/hel/index.html", _out.Files);
    }

    [Fact]
    public async Task A_fault_is_a_message_without_a_stack_trace()
    {
        var (exitCode, output) = await RunnerProcess.RunAsync(
            "once", "--content", "/finns/inte", "--export", _out.FullPath);

        Assert.Equal(1, exitCode);
        Assert.Contains("/finns/inte", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_node_the_message_says_what_to_install()
    {
        var (exitCode, output) = await RunnerProcess.RunWithAsync(
            _out.FullPath, "once", "--content", _content.FullPath, "--export", Path.Combine(_out.FullPath, "site"));

        Assert.Equal(1, exitCode);
        Assert.Contains("needs Node.js 20 or later with npm; 'node' does not run.", output, StringComparison.Ordinal);
        Assert.Contains("Install Node.js from https://nodejs.org/", output, StringComparison.Ordinal);
    }

    /// <summary>ESC would begin a command to the terminal, and U+2028 a line.</summary>
    [Fact]
    public async Task Control_characters_of_names_are_replaced_where_they_are_written()
    {
        var (exitCode, output) = await RunnerProcess.RunAsync("check", "/finns\u001b[31m\u2028inte");

        Assert.Equal(1, exitCode);
        Assert.Contains("/finns<U+001B>[31m<U+2028>inte", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    /// <summary>The lines about files, which begin with a space.</summary>
    private static string[] Findings(string output) =>
        [.. output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal))];

    private static SortedDictionary<string, string> Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
            path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);
}
