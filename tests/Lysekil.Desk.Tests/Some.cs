namespace Lysekil.Desk.Tests;

/// <summary>Values that do not matter, and short ways to those that do.</summary>
internal static class Some
{
    public const string Path = "artiklar/2026-05-03-kajen.md";

    /// <summary>A Monday morning in Lysekil.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 5, 4, 10, 0, 0, TimeSpan.FromHours(2));

    /// <summary>An article's file.</summary>
    public static string Article(string title = "Kajen byggs om", string text = "Ett stycke om saken.") =>
        $"# {title}\n\n{text}\n";

    /// <summary>An article's file with settings.</summary>
    public static string ArticleWith(string settings, string title = "Kajen byggs om") =>
        $"---\n{settings}\n---\n# {title}\n\nEtt stycke om saken.\n";
}
