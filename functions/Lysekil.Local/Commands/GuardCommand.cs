using System.CommandLine;

namespace Lysekil.Local.Commands;

/// <summary>Wraps what a command does, so that it ends with an exit code whatever happens.</summary>
internal delegate Func<ParseResult, CancellationToken, Task<int>> GuardCommand(
    Func<ParseResult, CancellationToken, Task<int>> command);
