using CliWrap;
using CliWrap.Buffered;
using Lysekil.Local.Azurite;
using Lysekil.Simulation;

namespace Lysekil.Azure.Tests;

/// <summary>Processes that end as if a decoder had crashed: a shell stands in for the one that decodes.</summary>
public class PictureTrialProcessTests
{
    [Theory]
    [InlineData("printf begun; cat >/dev/null; kill -SEGV $$", false)]
    [InlineData("printf begun; kill -ABRT $$", false)]
    [InlineData("printf begun; cat >/dev/null; exit 1", false)]
    [InlineData("printf begun; cat >/dev/null", true)]
    [InlineData("exit 150", true)] // As dotnet ends where it cannot start the program.
    public async Task A_picture_is_at_fault_if_the_process_ends_after_it_has_begun(string script, bool survives)
    {
        var trial = new PictureTrialProcess("sh", ["-c", script]);

        Assert.Equal(survives, await trial.SurvivesAsync(SamplePicture.Png(), default));
    }

    [Fact]
    public async Task A_program_that_does_not_exist_says_nothing_about_a_picture() => Assert.True(
        await new PictureTrialProcess("no-such-program", []).SurvivesAsync(SamplePicture.Png(), default));

    [Fact]
    public async Task A_trial_can_be_cancelled()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var trial = new PictureTrialProcess("sh", ["-c", "printf begun; sleep 30"]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trial.SurvivesAsync([], soon.Token));
    }

    /// <summary>The real program, with a good picture and with one that cannot be opened.</summary>
    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(50)]
    public async Task The_runner_begins_the_trial_and_outlives_pictures(int length)
    {
        var picture = SamplePicture.Png(500, 400).Take(length).ToArray();

        var ended = await Cli.Wrap("dotnet")
            .WithArguments([typeof(AzuriteProcess).Assembly.Location, "try-picture"])
            .WithStandardInputPipe(PipeSource.FromBytes(picture))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.Equal(("begun", 0), (ended.StandardOutput, ended.ExitCode));
        Assert.True(await PictureTrialProcess.Of(typeof(AzuriteProcess).Assembly).SurvivesAsync(picture, default));
    }
}
