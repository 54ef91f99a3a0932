using System.Globalization;
using Lysekil.Azure;
using Lysekil.Publishing.Contents.Pictures;

namespace Lysekil.Local.Supervision;

/// <summary>
/// An attempt at a command that decodes pictures, in a process of its own, since a fault of a decoder ends its process.
/// The first attempt decodes as it goes; the second one tries each picture before, in a process for each.
/// </summary>
/// <param name="Number">1 or 2; 0 in the process that was started, which makes the attempts.</param>
/// <param name="Arguments">The command line without what names the attempt.</param>
internal sealed record SupervisedAttempt(int Number, IReadOnlyList<string> Arguments)
{
    private const string Name = "supervised-attempt";

    /// <summary>The attempt that this process is.</summary>
    public static SupervisedAttempt Of(string[] commandLine) =>
        commandLine is [Name, ("1" or "2") and var number, .. var arguments]
            ? new(number == "1" ? 1 : 2, arguments)
            : new(0, commandLine);

    public IReadOnlyList<string> CommandLine =>
        [Name, Number.ToString(CultureInfo.InvariantCulture), .. Arguments];

    /// <summary>Whether pictures are tried before they are decoded.</summary>
    public bool TriesPictures => Number > 1;

    /// <summary>Decodes pictures before this process does; <c>null</c> if it needs no trial.</summary>
    public IPictureTrial? Trial => TriesPictures ? PictureTrialProcess.Of(typeof(SupervisedAttempt).Assembly) : null;

    /// <summary>
    /// In the process of an attempt: cancels it when standard input ends, which the supervisor holds open. The
    /// operating system closes it when the supervisor is killed.
    /// </summary>
    public CancellationToken EndWithSupervisor()
    {
        if (Number == 0)
        {
            return default;
        }

        var ended = new CancellationTokenSource(); // Never disposed of: the thread may outlast the command.
        new Thread(() =>
        {
            using var input = Console.OpenStandardInput();
            input.CopyTo(Stream.Null);
            ended.Cancel();
        })
        {
            IsBackground = true,
        }.Start();
        return ended.Token;
    }
}
