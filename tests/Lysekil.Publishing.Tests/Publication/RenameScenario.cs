using System.Text.RegularExpressions;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>A site in which a file is renamed: one is deleted and another created, in either order.</summary>
public abstract partial class RenameScenario
{
    protected const string Old = "artiklar/2026-05-01-kajen.md";
    protected const string New = "artiklar/2026-05-01-hamnkajen.md";
    protected const string OldPage = "2026/05/kajen/index.html";
    protected const string NewPage = "2026/05/hamnkajen/index.html";

    protected RenameScenario() => Site = new SimulatedSite(Clock, Gate);

    /// <summary>The orders of the events. Storage tools copy first, and then delete.</summary>
    public static TheoryData<string> Orders =>
        ["deleted, seen, created", "deleted, created", "created, deleted", "created, seen, deleted"];

    protected FakeTimeProvider Clock { get; } = Some.Clock();

    /// <summary>The gate of the site's storage calls, which lets a test act between two of them.</summary>
    private protected Interruption Gate { get; } = new();

    protected SimulatedSite Site { get; }

    protected Task UploadAsync(string path, string text)
    {
        Site.Upload(path, text);
        return Site.SettleAsync();
    }

    protected async Task RenameAsync(string from, string to, string text, string order)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var step in order.Split(", "))
        {
            switch (step)
            {
                case "deleted": Site.Delete(from); break;
                case "created": Site.Upload(to, text); break;
                default: await Site.SettleAsync(); break;
            }
        }

        await Site.SettleAsync();
    }

    protected async Task AssertSettledAsync() => Assert.True((await Site.Engine.Status.ReadAsync(default)).IsSettled);

    protected List<string> Ids() => [.. Identifier().Matches(Site.Pages["rss.xml"]).Select(m => m.Groups[1].Value)];

    protected string Published() => PublicationDate().Match(Site.Pages["rss.xml"]).Groups[1].Value;

    protected string? Target(string page) =>
        Refresh().Match(Site.Pages[page]) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("<guid[^>]*>([^<]*)</guid>")]
    private static partial Regex Identifier();

    [GeneratedRegex("<pubDate>([^<]*)</pubDate>")]
    private static partial Regex PublicationDate();

    [GeneratedRegex("content=\"0; url=http://localhost:4280([^\"]*)\"")]
    private static partial Regex Refresh();
}
