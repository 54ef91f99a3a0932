namespace Lysekil.Functions.Tests.Host;

public sealed class WorkerProcessTests
{
    [Fact]
    public async Task It_ends_when_its_other_end_is_gone_as_it_is_when_the_test_run_is_killed()
    {
        await using var process = new WorkerProcess(["sleep", "600"], []);

        process.LetGo();

        Assert.Equal(128 + 9, (await process.Ended.WaitAsync(TimeSpan.FromMinutes(1))).Code); // SIGKILL
    }

    [Fact]
    public async Task It_tells_how_it_ended_and_what_it_printed()
    {
        await using var process = new WorkerProcess(["sh", "-c", "echo $GREETING; exit 3"], [new("GREETING", "hej")]);

        var (code, output) = await process.Ended.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(3, code);
        Assert.Contains("hej", output, StringComparison.Ordinal);
    }
}
