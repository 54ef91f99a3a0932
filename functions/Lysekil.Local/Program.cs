using System.CommandLine;
using Lysekil.Azure;
using Lysekil.Local;
using Lysekil.Local.Commands;
using Lysekil.Local.Output;

if (PictureTrialProcess.TryRun(args))
{
    return ExitCode.Success;
}

var clock = TimeProvider.System;
var screen = Screen.OfProcess(clock);
var ending = new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    // After Ctrl+C, for Azurite to save and end.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(8),
};
return await new CommandLine(screen, clock).Build().Parse(args).InvokeAsync(ending);
