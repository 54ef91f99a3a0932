using System.CommandLine;
using Lysekil.Benchmarks.Burst;
using Lysekil.Benchmarks.Import;
using Lysekil.Benchmarks.Parts;
using Lysekil.Benchmarks.Peers;
using Lysekil.Benchmarks.Publish;
using Lysekil.Benchmarks.Rebuild;
using Lysekil.Benchmarks.Soak;
using Lysekil.Benchmarks.Start;

return await new RootCommand(
    "What publishing costs. Each scenario prints a table, and writes it as JSON where asked to.")
{
    PublishCommand.Create(),
    RebuildCommand.Create(),
    ImportCommand.Create(),
    BurstCommand.Create(),
    PeersCommand.Create(),
    StartCommand.Create(),
    PartsCommand.Create(),
    SoakCommand.Create(),
}.Parse(args).InvokeAsync();
