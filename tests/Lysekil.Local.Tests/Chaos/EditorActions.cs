namespace Lysekil.Local.Tests.Chaos;

/// <summary>
/// An endless sequence of random actions of an editor. They concern few sources, so that several editors change the
/// same one, and several sources claim one URL.
/// </summary>
internal sealed class EditorActions(Random random)
{
    private static readonly string[] Articles =
    [
        "artiklar/2024-04-02-hamnen.md", "artiklar/2024/2024-04-02-hamnen.md", "artiklar/2024-04-09-skolan.md",
        "artiklar/2024/kajen.md", "artiklar/2023-12-31-bokslut.md", "artiklar/budget.md", "artiklar/åldringsvård.md",
        "artiklar/2024-04-02-vägen.md",
    ];

    private readonly Dictionary<string, byte[]> _mine = new(StringComparer.Ordinal);

    public IEnumerable<EditorAction> Take()
    {
        while (true)
        {
            foreach (var action in Next())
            {
                if (action.Content is { } content)
                {
                    _mine[action.Path] = content;
                }

                yield return action;
            }
        }
    }

    private EditorAction[] Next() => random.Next(40) switch
    {
        < 17 => [new(AnArticle(), EditorTexts.Article(random))],
        < 23 => [new(AnArticle(), null)],
        < 26 when _mine.Count > 0 => AgainWhatWasMine(),
        < 29 when _mine.Count > 0 => [new(Mine(), null), .. AgainWhatWasMine()],
        < 32 => Rename(),
        < 34 => [new("bilder/hamnen.png", random.Next(4) == 0 ? null : EditorTexts.Picture(random))],
        34 => [new("artiklar/2024/protokoll.pdf", random.Next(4) == 0 ? null : EditorTexts.Document(random))],
        < 37 => [new("sidor/om.md", random.Next(4) == 0 ? null : EditorTexts.StandingPage(random))],
        37 => [new("site.yaml", random.Next(6) == 0 ? null : EditorTexts.Settings(random))],
        38 => [Theme()],
        _ =>
        [
            new(
                random.Next(2) == 0 ? "skräp/anteckning.txt" : "artiklar/.utkast.md",
                random.Next(2) == 0 ? null : "Hej.\n"u8.ToArray()),
        ],
    };

    /// <summary>
    /// Uploads the same bytes again, with or without a deletion before, perhaps over those of another editor.
    /// </summary>
    private EditorAction[] AgainWhatWasMine()
    {
        var path = Mine();
        return random.Next(2) == 0 ? [new(path, _mine[path])] : [new(path, null), new(path, _mine[path])];
    }

    private EditorAction[] Rename()
    {
        var (from, to) = (AnArticle(), AnArticle());
        var content = _mine.GetValueOrDefault(from) ?? EditorTexts.Article(random);
        return random.Next(2) == 0
            ? [new(to, content), new(from, null)]
            : [new(from, null), new(to, content)];
    }

    private EditorAction Theme() => random.Next(2) == 0
        ? new("tema/stil.css", random.Next(3) == 0 ? null : EditorTexts.StyleSheet(random))
        : new("tema/redirect.liquid", random.Next(3) == 0 ? null : EditorTexts.Template(random));

    private string AnArticle() => random.GetItems(Articles, 1)[0];

    private string Mine() => random.GetItems(_mine.Keys.ToArray(), 1)[0];
}
