using System.CommandLine;
using Lysekil.Benchmarks.Burst;
using Lysekil.Benchmarks.Peers;
using Lysekil.Benchmarks.Publish;
using Lysekil.Benchmarks.Rebuild;

return await new RootCommand("What publishing costs. Each scenario prints a table, and writes it as JSON where asked to.")
{
    PublishCommand.Create(),
    RebuildCommand.Create(),
    BurstCommand.Create(),
    PeersCommand.Create(),
}.Parse(args).InvokeAsync();
