using System.CommandLine;

namespace Lysekil.Local.Commands;

/// <summary>Wraps the action of a command, so that each exception becomes a message and an exit code.</summary>
internal delegate Func<ParseResult, CancellationToken, Task<int>> GuardCommand(
    Func<ParseResult, CancellationToken, Task<int>> command);
