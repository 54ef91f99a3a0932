using System.Globalization;
using System.Text.Json;
using Lysekil.Local.Output;
using Lysekil.Local.Output.Findings;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Spectre.Console;

namespace Lysekil.Local.Tests.Output.Findings;

public sealed class FindingReportTests
{
    private static readonly string Folder = Path.GetFullPath("innehåll");

    private static readonly FindingReport Report = FindingReport.Of(
        Folder,
        [
            (new SourcePath("artiklar/två: en.md"), [new(Severity.Warning, "alt", null, "Saknas, 50 %.", "Skriv.")]),
            (new SourcePath("artiklar/en.md"), [new(Severity.Refusal, "value", 3, "Fel [här].", "Rätta.")]),
        ]);

    [Fact]
    public void As_JSON_each_finding_is_an_object()
    {
        using var json = JsonDocument.Parse(Written(FindingFormat.Json));

        var first = json.RootElement[0];
        Assert.Equal("innehåll/artiklar/en.md", first.GetProperty("path").GetString());
        Assert.Equal(3, first.GetProperty("line").GetInt32());
        Assert.Equal("error", first.GetProperty("severity").GetString());
        Assert.Equal("value", first.GetProperty("code").GetString());
        Assert.Equal("Fel [här].", first.GetProperty("message").GetString());
        Assert.Equal("Rätta.", first.GetProperty("remedy").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement[1].GetProperty("line").ValueKind);
        Assert.Contains("innehåll", Written(FindingFormat.Json), StringComparison.Ordinal);
    }

    /// <summary>What SARIF 2.1.0 requires (OASIS, sections 3.13, 3.14, 3.18, 3.19, 3.27, 3.29 and 3.30).</summary>
    [Fact]
    public void As_SARIF_each_code_is_a_rule_and_each_finding_a_result()
    {
        using var json = JsonDocument.Parse(Written(FindingFormat.Sarif));

        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.NotEmpty(driver.GetProperty("name").GetString()!);
        var rules = driver.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();
        Assert.Equal(["alt", "value"], rules);
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.All(results, result => Assert.Equal(
            result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]));
        Assert.Equal(["error", "warning"], results.Select(r => r.GetProperty("level").GetString()));
        Assert.Equal("Fel [här]. Rätta.", results[0].GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(
            ("inneh%C3%A5ll/artiklar/en.md", 3), (UriOf(results[0]), Place(results[0]).GetProperty("region")
                .GetProperty("startLine").GetInt32()));
        Assert.Equal("inneh%C3%A5ll/artiklar/tv%C3%A5%3A%20en.md", UriOf(results[1]));
        Assert.False(Place(results[1]).TryGetProperty("region", out _));
    }

    [Fact]
    public void As_SARIF_no_findings_are_an_empty_list_of_results()
    {
        using var json = JsonDocument.Parse(Written(FindingFormat.Sarif, FindingReport.Of(Folder, [])));

        Assert.Empty(json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
    }

    [Fact]
    public void For_GitHub_each_finding_is_a_workflow_command() => Assert.Equal(
        "::error file=innehåll/artiklar/en.md,line=3,title=value::Fel [här].%0ARätta.\n"
            + "::warning file=innehåll/artiklar/två%3A en.md,title=alt::Saknas, 50 %25.%0ASkriv.\n",
        Written(FindingFormat.GitHub));

    /// <summary>ESC would begin a command to the terminal that shows the log, and U+2028 a line of it.</summary>
    [Theory]
    [InlineData(FindingFormat.GitHub)]
    [InlineData(FindingFormat.Text)]
    public void In_a_log_control_characters_of_values_are_replaced(object format)
    {
        var hostile = new Diagnostic(
            Severity.Refusal, "value", 3, "Värdet \u001b[31m\u009b\u2028\u202e är fel.", "Rätta.");
        var report = new FindingReport("/annan", [new Finding(new SourcePath("artiklar/en.md"), hostile)]);

        Assert.Contains(
            "Värdet <U+001B>[31m<U+009B><U+2028><U+202E> är fel.",
            Written((FindingFormat)format, report),
            StringComparison.Ordinal);
    }

    [Fact]
    public void For_people_place_problem_and_remedy_are_lines() => Assert.Equal(
        "  artiklar/en.md:3  Fel [här].\n    → Rätta.\n  artiklar/två: en.md  Saknas, 50 %.\n    → Skriv.\n",
        Written(FindingFormat.Text));

    [Fact]
    public void A_file_outside_of_the_working_folder_has_its_whole_path() => Assert.Equal(
        "/annan/artiklar/en.md",
        new FindingReport("/annan", []).PathOf(new SourcePath("artiklar/en.md")));

    [Fact]
    public void As_SARIF_a_file_outside_of_the_working_folder_has_an_absolute_URI()
    {
        var finding = new Finding(new SourcePath("artiklar/nr #1: två.md"), Report.Findings[0].Diagnostic);
        using var json = JsonDocument.Parse(Written(FindingFormat.Sarif, new FindingReport("/annan", [finding])));

        Assert.Equal(
            "file:///annan/artiklar/nr%20%231:%20tv%C3%A5.md",
            UriOf(json.RootElement.GetProperty("runs")[0].GetProperty("results")[0]));
    }

    private static JsonElement Place(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static string? UriOf(JsonElement result) =>
        Place(result).GetProperty("artifactLocation").GetProperty("uri").GetString();

    private static string Written(FindingFormat format, FindingReport? report = null)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = 4096;
        (report ?? Report).Write(new Screen(console, TimeProvider.System), format);
        return text.ToString().ReplaceLineEndings("\n");
    }
}
