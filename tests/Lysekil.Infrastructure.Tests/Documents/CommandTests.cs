using System.Text.RegularExpressions;
using Lysekil.Convergence.Defects;
using Lysekil.Local.Commands;
using Lysekil.Local.Output;
using Spectre.Console;

namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary>
/// The commands that README, CONTRIBUTING and the documents give a developer. Their projects, files and options exist,
/// and each program with a command line of its own understands them. <c>.ci/run</c> runs the README's, and all that
/// measure.
/// </summary>
public sealed partial class CommandTests
{
    private static readonly string CiRun = Repository.Read(".ci/run");

    public static TheoryData<string, string> Commands
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var document in Document.All.Where(d => !d.Path.StartsWith("infra/", StringComparison.Ordinal)))
            {
                var inText = document.CodeSpans.Where(span => span.StartsWith("dotnet ", StringComparison.Ordinal));
                foreach (var command in document.Commands.Concat(inText).Distinct())
                {
                    data.Add(document.Path, command);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_can_be_run(string document, string command)
    {
        Assert.NotEmpty(document);
        var words = new Queue<string>(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (Variable().Match(words.Peek()) is { Success: true } variable)
        {
            words.Dequeue();
            Assert.True(IsRead(variable.Groups[1].Value), $"No test reads {variable.Groups[1].Value}");
        }

        Check(words.Dequeue(), [.. words]);
    }

    [Fact]
    public void Every_document_s_commands_are_found() => Assert.Superset(
        new HashSet<string>
        {
            "README.md", "CONTRIBUTING.md", "docs/performance.md", "docs/protocol.md", "tests/browser/README.md",
        },
        Commands.Select(row => (string)row[0]).ToHashSet());

    [Theory]
    [InlineData("dotnet run --project functions/Lysekil.Local -- publish")]
    [InlineData("dotnet run --project functions/Lysekil.Nowhere")]
    [InlineData("dotnet run -c Release --project tests/Lysekil.Convergence -- 1000 --defect none-such")]
    [InlineData("dotnet run -c Release --project tests/Lysekil.Benchmarks -- publish --archive 7")]
    [InlineData("dotnet test tests/Lysekil.Publishing.Tests --filter NoneSuchTests")]
    [InlineData("LYSEKIL_NONE_SUCH=1 dotnet test")]
    [InlineData("make all")]
    [InlineData(".ci/none-such")]
    public void A_command_that_cannot_be_run_is_refused(string command) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => A_command_can_be_run("none", command));

    private static void Check(string program, string[] arguments)
    {
        switch (program, arguments)
        {
            case ("dotnet", ["run", .. var run]):
                CheckRun(run);
                break;
            case ("dotnet", ["test", .. var test]):
                CheckTest(test);
                break;
            case ("dotnet", ["build"]):
            case ("azd", ["up"]):
            case ("git", ["diff", "--stat"]):
                break;
            case ("dotnet", ["format", "whitespace", var solution, "--verify-no-changes", "--no-restore"]):
                Assert.True(Path.Exists(At(solution)));
                break;
            case ("npm", ["ci", "&&", "npm", "test"]):
            case ("npm", ["run", _]):
                Assert.Contains(
                    $"\"{arguments[^1]}\":", Repository.Read("tests/browser/package.json"), StringComparison.Ordinal);
                break;
            default:
                Assert.True(program.Contains('/', StringComparison.Ordinal), $"No test knows the command {program}");
                Assert.Empty(arguments);
                Assert.True(File.Exists(At(program)), $"There is no {program}");
                break;
        }
    }

    private static void CheckRun(string[] run)
    {
        string[] options = run is ["-c", "Release", .. var rest] ? rest : run;
        Assert.True(options is ["--project", _, ..]);
        var (project, arguments) = (options[1], options is [_, _, "--", .. var own] ? own : []);
        Assert.True(options.Length == 2 || options[2] == "--");
        Assert.True(File.Exists(At($"{project}/{Path.GetFileName(project)}.csproj")), $"There is no project {project}");
        switch (Path.GetFileName(project))
        {
            case "Lysekil.Local":
                var screen = new Screen(AnsiConsole.Console, TimeProvider.System);
                Assert.Empty(new CommandLine(screen, TimeProvider.System).Build().Parse(arguments).Errors);
                break;
            case "Lysekil.Convergence":
                Assert.Matches(ConvergenceArguments(), string.Join(' ', arguments));
                Assert.All(
                    arguments.SkipWhile(a => a != "--defect").Skip(1), name => Assert.Contains(name, DefectNames));
                break;
            case "Lysekil.Benchmarks":
                Assert.Matches($@"\bmeasure {Regex.Escape(string.Join(' ', arguments))}\n", CiRun);
                break;
            case "Lysekil.Corpus" or "Lysekil.Fuzz":
                Assert.Contains($"--project {project} -- {string.Join(' ', arguments)}\n", CiRun);
                break;
            default:
                Assert.Empty(arguments);
                break;
        }
    }

    private static void CheckTest(string[] test)
    {
        var project = test is [var first, ..] && first[0] != '-' ? first : null;
        string[] options = project is null ? test : test[1..];
        Assert.True(options is [] or ["--filter", _]);
        var folder = At(project ?? "tests");
        Assert.True(Directory.Exists(folder), $"There is no project {project}");
        if (options is [_, var filter])
        {
            Assert.NotEmpty(Directory.EnumerateFiles(folder, $"{filter}*.cs", SearchOption.AllDirectories));
        }
    }

    private static IEnumerable<string> DefectNames =>
        DefectList.All.Concat(DefectList.Masked).Select(defect => defect.Name);

    private static bool IsRead(string variable) =>
        Directory.EnumerateFiles(At("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("CommandTests.cs", StringComparison.Ordinal))
            .Any(file => File.ReadAllText(file).Contains($"\"{variable}\"", StringComparison.Ordinal));

    private static string At(string path) => Path.Combine(Repository.Root, path);

    [GeneratedRegex(@"^(\d+( --from \d+)?|--replay \d+|--defects \d+)( --defect \S+| --deployments)?$")]
    private static partial Regex ConvergenceArguments();

    [GeneratedRegex("^([A-Z_]+)=")]
    private static partial Regex Variable();
}
