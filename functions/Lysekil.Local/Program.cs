using System.CommandLine;
using Lysekil.Azure;
using Lysekil.Local;
using Lysekil.Local.Commands;
using Lysekil.Local.Output;
using Lysekil.Local.Supervision;

if (PictureTrialProcess.TryRun(args))
{
    return ExitCode.Success;
}

var attempt = SupervisedAttempt.Of(args);
var clock = TimeProvider.System;
var screen = Screen.OfProcess(clock);
var ending = new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    // After Ctrl+C, for Azurite to save and end.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(8),
};
return await new CommandLine(screen, clock, attempt).Build().Parse(attempt.Arguments).InvokeAsync(
    ending, attempt.EndWithSupervisor());
