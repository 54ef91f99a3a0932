namespace Lysekil.Infrastructure.Tests;

/// <summary>The exit code and the output of a program.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}\n{Output}\n{Errors}");
        return this;
    }
}
