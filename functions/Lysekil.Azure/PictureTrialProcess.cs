using System.ComponentModel;
using System.Reflection;
using System.Text;
using CliWrap;
using Lysekil.Publishing.Contents.Pictures;

namespace Lysekil.Azure;

/// <summary>
/// Decodes pictures in a process of its own: a program that hands its arguments to <see cref="TryRun"/>.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="arguments">Its arguments.</param>
public sealed class PictureTrialProcess(string program, IReadOnlyList<string> arguments) : IPictureTrial
{
    private const string Command = "try-picture";

    /// <summary>
    /// What the process writes before it decodes: whatever ends it from then on is the picture's fault.
    /// </summary>
    private const string Begun = "begun";

    /// <summary>
    /// No picture takes as long. A decoder that does not end holds a message up as one that crashes does.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The trial by this process's own program.</summary>
    /// <param name="program">The assembly of its entry point.</param>
    public static PictureTrialProcess Of(Assembly program)
    {
        var (path, before) = OwnProgram.Of(program);
        return new PictureTrialProcess(path, [.. before, Command]);
    }

    /// <summary>In the process of the trial: decodes the picture that standard input gives.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <returns>Whether the arguments asked for the trial, so that the program is to end.</returns>
    public static bool TryRun(string[] args)
    {
        if (args is not [Command])
        {
            return false;
        }

        using var input = Console.OpenStandardInput();
        using var file = new MemoryStream();
        input.CopyTo(file);
        Console.Out.Write(Begun);
        try
        {
            PictureFile.DryRun(file.ToArray());
        }
        catch (Exception)
        {
            // The process lives, and the next one to open the picture gets the same exception.
        }

        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> SurvivesAsync(byte[] file, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var output = new StringBuilder();
        try
        {
            var ended = await Cli.Wrap(program)
                .WithArguments(arguments)
                .WithStandardInputPipe(PipeSource.FromBytes(file))
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(patience.Token);
            return ended.ExitCode == 0 || !HasBegun();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return !HasBegun();
        }
        catch (Win32Exception)
        {
            return true; // There is no such program.
        }

        bool HasBegun() => output.ToString().StartsWith(Begun, StringComparison.Ordinal);
    }
}
