namespace Lysekil.Functions.Tests.Host;

public sealed class WorkerProcessTests
{
    [PublishedAppFact]
    public async Task It_ends_when_its_standard_input_is_closed_as_by_a_killed_test_run()
    {
        await using var process = new WorkerProcess(AppContext.BaseDirectory, ["sleep", "600"], []);

        process.LetGo();

        Assert.Equal(128 + 9, (await process.Ended.WaitAsync(TimeSpan.FromMinutes(1))).Code); // SIGKILL
    }

    [PublishedAppFact]
    public async Task It_reports_its_exit_code_and_its_output()
    {
        await using var process = new WorkerProcess(
            AppContext.BaseDirectory, ["sh", "-c", "echo $GREETING; exit 3"], [new("GREETING", "hej")]);

        var (code, output) = await process.Ended.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(3, code);
        Assert.Contains("hej", output, StringComparison.Ordinal);
    }
}
