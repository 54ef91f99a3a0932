using CliWrap;
using CliWrap.Buffered;

namespace Lysekil.Infrastructure.Tests;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">As the program gets them: nothing is quoted or split.</param>
    /// <param name="environment">What it gets on top of what this process has; <c>null</c> takes one away.</param>
    public static async Task<BufferedCommandResult> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithEnvironmentVariables(environment ?? new Dictionary<string, string?>())
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(timeout.Token);
    }

    public static BufferedCommandResult Succeeded(this BufferedCommandResult result)
    {
        Assert.True(result.IsSuccess, $"Exit code {result.ExitCode}\n{result.StandardOutput}\n{result.StandardError}");
        return result;
    }
}
