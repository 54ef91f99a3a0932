using Lysekil.Desk.History;

namespace Lysekil.Desk.Tests.History;

public sealed class TextDifferenceTests
{
    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Empty(TextDifference.Of("ett\ntvå\n", "ett\ntvå\n")!);

    [Fact]
    public void A_changed_line_shows_the_words_that_changed() =>
        Assert.Equal(
            ["  ett", "- två [små] hus", "+ två [stora] hus", "  tre"],
            Lines("ett\ntvå små hus\ntre", "ett\ntvå stora hus\ntre"));

    [Fact]
    public void Added_and_removed_lines_are_whole() =>
        Assert.Equal(["- ett", "  två", "+ tre"], Lines("ett\ntvå", "två\ntre"));

    [Fact]
    public void Of_many_unchanged_lines_those_beside_a_change_are_shown() =>
        Assert.Equal(
            ["…", "  4", "  5", "- 6", "+ sex", "  7", "  8", "…"],
            Lines("1\n2\n3\n4\n5\n6\n7\n8\n9\n10", "1\n2\n3\n4\n5\nsex\n7\n8\n9\n10"));

    [Fact]
    public void Lines_with_little_in_common_are_whole() =>
        Assert.Equal(
            ["- En gammal mening.", "+ Något helt annat, längre."],
            Lines("En gammal mening.", "Något helt annat, längre."));

    [Fact]
    public void The_first_version_is_all_new() => Assert.Equal(["+ ett", "+ två"], Lines("", "ett\ntvå"));

    [Fact]
    public void Ends_of_lines_make_no_difference() => Assert.Empty(TextDifference.Of("ett\r\ntvå", "ett\ntvå")!);

    [Fact]
    public void Texts_of_very_many_lines_or_letters_are_not_compared()
    {
        Assert.Null(TextDifference.Of("", new string('\n', 3_001)));
        Assert.Null(TextDifference.Of("", new string('a', 200_001)));
    }

    [Fact]
    public void Texts_at_the_limits_are_compared_within_seconds()
    {
        var (before, after) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
        for (var i = 0; i < 2_000; i++)
        {
            before.Append(System.Globalization.CultureInfo.InvariantCulture, $"rad {i} a b c d e f g h i j\n");
            after.Append(System.Globalization.CultureInfo.InvariantCulture, $"line {i} k l m n o p q r s t\n");
        }

        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.NotEmpty(TextDifference.Of(before.ToString(), after.ToString())!);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static string[] Lines(string before, string after) =>
        [.. TextDifference.Of(before, after)!.Select(line => Sign(line.Kind) + Text(line))];

    private static string Sign(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Removed => "- ",
        DifferenceKind.Added => "+ ",
        DifferenceKind.Gap => "…",
        _ => "  ",
    };

    private static string Text(DifferenceLine line) =>
        string.Concat(line.Parts.Select(part => part.IsChanged ? $"[{part.Text}]" : part.Text));
}
