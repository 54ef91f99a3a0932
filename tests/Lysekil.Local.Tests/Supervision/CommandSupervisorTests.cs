using System.Globalization;
using Lysekil.Local.Supervision;

namespace Lysekil.Local.Tests.Supervision;

/// <summary>
/// Processes that end as if a decoder had crashed: a shell stands in for the runner. Its argument 1 is the number of
/// the attempt.
/// </summary>
public sealed class CommandSupervisorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);

    private string Journal => Path.Combine(_folder.FullPath, "journal");

    public void Dispose()
    {
        _folder.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("SEGV")]
    [InlineData("ABRT")]
    public async Task A_fault_is_followed_by_a_second_attempt_and_a_line_that_says_so(string signal)
    {
        Assert.Equal(2, await RunAsync($"echo $* >> {Journal}; [ $1 = 2 ] && exit 2; kill -{signal} $$"));

        Assert.Equal(["1 check content", "2 check content"], await File.ReadAllLinesAsync(Journal));
        Assert.Contains("each picture tried in a process of its own", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_command_that_comes_to_its_end_is_not_repeated(int exitCode)
    {
        Assert.Equal(exitCode, await RunAsync($"echo $1 >> {Journal}; exit {exitCode}"));

        Assert.Equal(["1"], await File.ReadAllLinesAsync(Journal));
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public async Task A_second_fault_is_a_problem_with_a_remedy()
    {
        var problem = await Assert.ThrowsAsync<RunnerException>(() => RunAsync("kill -KILL $$"));

        Assert.Contains("137", problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy);
    }

    /// <summary>The process of an attempt is told by the end of its standard input, and ends by itself.</summary>
    [Fact]
    public async Task A_supervisor_that_is_cancelled_ends_its_attempt()
    {
        using var cancelling = new CancellationTokenSource();
        var running = RunAsync($"echo begun > {Journal}; cat > /dev/null; echo over > {Journal}", cancelling.Token);
        while (!File.Exists(Journal))
        {
            await Task.Delay(20);
        }

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal("over\n", await File.ReadAllTextAsync(Journal));
    }

    [Fact]
    public void An_attempt_knows_its_number_and_the_command_line()
    {
        var second = SupervisedAttempt.Of([.. new SupervisedAttempt(2, ["check", "content"]).CommandLine]);

        Assert.Equal((2, true), (second.Number, second.TriesPictures));
        Assert.Equal(["check", "content"], second.Arguments);
        Assert.NotNull(second.Trial);
        Assert.Null(new SupervisedAttempt(1, []).Trial);
        Assert.Equal(0, SupervisedAttempt.Of(["check", "content"]).Number);
    }

    private Task<int> RunAsync(string script, CancellationToken cancellation = default) =>
        new CommandSupervisor("sh", ["-c", script], _errors).RunAsync(["check", "content"], cancellation);
}
