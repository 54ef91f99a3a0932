using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class YamlMistakeTests
{
    [Theory]
    [InlineData("\"Nej\" till ny kaj", "text efter citattecknet")]
    [InlineData("'Nej' till \"ny\" kaj", "text efter citattecknet")]
    [InlineData("\"Nej\" till pappas 'kaj'", "text efter citattecknet")]
    [InlineData("@redaktionen skriver", "börjar med @")]
    [InlineData("`kod` i rubriken", "börjar med `")]
    [InlineData("% fler båtar", "börjar med %")]
    [InlineData("*viktigt* möte", "med *")]
    [InlineData("- så gick det", "börjar med -")]
    [InlineData("[Uppdaterad] Ny kaj", "börjar med [")]
    [InlineData("[Nytt] Möte [inställt]", "börjar med [")]
    [InlineData("{plats} sökes", "börjar med {")]
    [InlineData("| streck", "börjar med |")]
    [InlineData("> 100 nya bostäder", "börjar med >")]
    [InlineData("}", "börjar med }")]
    [InlineData("Kajen: nu börjar bygget", "kolon")]
    [InlineData("Kajen: \"nu\" är det 'dags': igen", "kolon")]
    public void The_mend_that_is_named_works(string value, string said)
    {
        var refusal = FrontMatter.Parse(WithTitle(value), firstLine: 2).Refusal!;

        Assert.Equal(("front-matter", 3), (refusal.Code, refusal.Line));
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(value, TitleAfter(refusal));
    }

    [Theory]
    [InlineData("#metoo i kommunen", "#metoo i kommunen")]
    [InlineData("Kajen # del 2", "# del 2")]
    [InlineData("!Obs nytt datum", "!Obs")]
    [InlineData("!Obs", "!Obs")]
    [InlineData("&Co öppnar", "&Co")]
    public void A_cut_title_is_warned_of_and_the_mend_works(string value, string lost)
    {
        var settings = Some.Reading($"---\n{WithTitle(value)}---\n# Rubriken\n\nText.\n");

        var warning = Assert.Single(settings.Diagnostics);
        Assert.Equal(("value-cut", 3, Severity.Warning), (warning.Code, warning.Line, warning.Severity));
        Assert.Contains($"”{lost}”", warning.Message, StringComparison.Ordinal);
        Assert.Equal(value, TitleAfter(warning));
    }

    [Theory]
    [InlineData("title: \"Kajen\" # del 2\n")]
    [InlineData("title: C#-kurs\n")]
    [InlineData("title: Tips & råd!\n")]
    [InlineData("title: !!str 2030\n")]
    [InlineData("title: # kommentar\n  Kajen\n")]
    [InlineData("date: 2026-03-24 # preliminärt\n")]
    [InlineData("draft: false # klar\n")]
    [InlineData("# Kajen\nauthor: A\n")]
    public void Nothing_is_said_of_a_value_that_is_whole(string settings) =>
        Assert.Empty(Some.Reading(Some.ArticleWith(settings.TrimEnd())).Diagnostics);

    [Theory]
    [InlineData("tags: [#hamnen, budget]\n", 2, "tags: ['#hamnen', 'budget']")]
    [InlineData("tags: [*hamnen, \"budget\"]\n", 2, "tags: ['*hamnen', \"budget\"]")]
    [InlineData("tags: [hamnen, budget\ntitle: x\n", 2, "tags: [hamnen, budget]")]
    [InlineData("title: x\nlead: \"Ett citat\nauthor: A\n", 3, "lead: \"Ett citat\"")]
    [InlineData("title: x\ndraft:true\nauthor: A\n", 3, "draft: true")]
    [InlineData("title: x\nauthor: @a\nlead: \"y\" z\n", 3, "author: '@a'")]
    [InlineData("tags:\n  - a: b: c\n", 3, "- a: 'b: c'")]
    [InlineData("title: x\nlead: \"Ett citat\nsom går om\"\nauthor: A\n", 3, "lead: \"Ett citat som går om\"")]
    [InlineData("tags: [Hamnen,\nBudget]\nauthor: A\n", 2, "tags: [Hamnen, Budget]")]
    public void The_line_to_change_is_named_and_how(string yaml, int line, string mended)
    {
        var refusal = FrontMatter.Parse(yaml, firstLine: 2).Refusal!;

        Assert.Equal(line, refusal.Line);
        Assert.EndsWith($"så här: {mended}", refusal.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: x\nbara text\nauthor: A\n", 3, "raden har inget kolon.")]
    [InlineData("title: x\n\tlead: y\n", 3, "raden börjar med en tabb.")]
    [InlineData("title: x\n lead: y\n  author: z\n", 3, "Felet är på eller strax före den här raden.")]
    public void A_mistake_without_a_known_mend_has_its_line(string yaml, int line, string said)
    {
        var refusal = FrontMatter.Parse(yaml, firstLine: 2).Refusal!;

        Assert.Equal(line, refusal.Line);
        Assert.EndsWith(said, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_that_is_a_comment_is_warned_of()
    {
        var warning = Assert.Single(Some.Reading(Some.ArticleWith("tags:\n  - Kajen\n  - #hamnen")).Diagnostics);

        Assert.Equal(("value-cut", 4), (warning.Code, warning.Line));
        Assert.EndsWith("- '#hamnen'", warning.Remedy, StringComparison.Ordinal);
    }

    private static string WithTitle(string value) => $"lead: y\ntitle: {value}\nauthor: A\n";

    /// <summary>The title after the line that the remedy gives has replaced the one that was written.</summary>
    private static string? TitleAfter(Diagnostic diagnostic)
    {
        var mended = diagnostic.Remedy[diagnostic.Remedy.IndexOf("title: ", StringComparison.Ordinal)..];
        var (settings, refusal) = FrontMatter.Parse($"lead: y\n{mended}\nauthor: A\n", firstLine: 2);
        Assert.Null(refusal);
        Assert.Null(settings.Find("title")!.Cut);
        return settings.Find("title")!.Value;
    }
}
