using System.Diagnostics;
using CliWrap;
using CliWrap.Buffered;
using Lysekil.Local.Azurite;
using Lysekil.Local.Tests.Runner;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Supervision;

/// <summary>
/// The process that does the work is killed, as a decoder may end it. A named pipe in the folder holds it up until
/// then.
/// </summary>
public sealed class KilledAttemptTests : IDisposable
{
    private readonly TemporaryFolder _content = new();
    private readonly TemporaryFolder _out = new();
    private readonly TemporaryFolder _aside = new();

    public void Dispose()
    {
        _content.Dispose();
        _out.Dispose();
        _aside.Dispose();
    }

    [Theory]
    [InlineData("check")]
    [InlineData("once")]
    public async Task The_command_is_carried_out_by_a_second_process(string command)
    {
        await AzuriteInstallation.EnsureAsync(AzuriteInstallation.DefaultFolder, _ => { }, default);
        _content.Write("artiklar/2019-10-19-hel.md", "# Hel\n\nText.\n\n![Kajen](/bilder/kaj.png)\n");
        var (picture, pipe) = (_aside.Write("kaj.png", ""), _content.Write("bilder/kaj.png", ""));
        await File.WriteAllBytesAsync(picture, SamplePicture.Png(30, 20));
        File.Delete(pipe);
        await Cli.Wrap("mkfifo").WithArguments(pipe).ExecuteAsync();
        string[] arguments = command == "check"
            ? ["check", _content.FullPath]
            : ["once", "--content", _content.FullPath, "--export", _out.FullPath];

        await using var runner = RunnerProcess.Start(arguments);
        using var attempt = await ChildOfAsync(runner);
        File.Move(picture, pipe, overwrite: true);
        attempt.Kill();

        Assert.True(await runner.EndAsync() == 0, runner.Output);
        Assert.Contains("unexpectedly, with 137", runner.Output, StringComparison.Ordinal);
        Assert.Contains("2 files: 2 ", runner.Output, StringComparison.Ordinal);
    }

    private static async Task<Process> ChildOfAsync(RunnerProcess runner)
    {
        while (true)
        {
            Assert.False(runner.HasEnded, runner.Output);
            var children = await Cli.Wrap("pgrep").WithArguments(["-P", $"{runner.Id}"])
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
            if (int.TryParse(children.StandardOutput, out var child))
            {
                return Process.GetProcessById(child);
            }

            await Task.Delay(20);
        }
    }
}
