using Lysekil.Local.Commands;
using Lysekil.Local.Functions;
using Lysekil.Local.Output;
using Lysekil.Local.Storage;
using Spectre.Console;

namespace Lysekil.Local.Tests.Commands;

public sealed class CommandLineTests
{
    private readonly System.CommandLine.RootCommand _root =
        new CommandLine(new Screen(AnsiConsole.Console, TimeProvider.System), TimeProvider.System).Build();

    [Fact]
    public void Without_options_the_defaults_apply()
    {
        var parsed = _root.Parse([]);

        Assert.Empty(parsed.Errors);
        Assert.Equal(4280, parsed.GetValue(SharedOptions.Website));
        Assert.Equal(FunctionsMode.InProcess, parsed.GetValue(SharedOptions.Functions));
        Assert.Equal(new EmulatorPorts(10000), SharedOptions.StorageOf(parsed).Ports);
        Assert.Null(SharedOptions.StorageOf(parsed).Connection);
    }

    [Fact]
    public void Options_may_come_before_or_after_the_command()
    {
        var before = _root.Parse(["--azurite-port", "11000", "status"]);
        var after = _root.Parse(["status", "--azurite-port", "11000"]);

        Assert.Empty(before.Errors);
        Assert.Empty(after.Errors);
        Assert.Equal(SharedOptions.StorageOf(before), SharedOptions.StorageOf(after));
    }

    [Theory]
    [InlineData("in-process", 0)]
    [InlineData("external", 1)]
    public void The_functions_run_in_process_or_externally(string text, int mode) =>
        Assert.Equal((FunctionsMode)mode, _root.Parse(["--functions", text]).GetValue(SharedOptions.Functions));

    [Theory]
    [InlineData("--port", "x")]
    [InlineData("--port", "65536")]
    [InlineData("--azurite-port", "0")]
    [InlineData("--azurite-port", "65534")]
    [InlineData("--functions", "both")]
    [InlineData("--desk-role", "chef")]
    [InlineData("check", "--format", "xml")]
    [InlineData("new")]
    [InlineData("publish")]
    [InlineData("once")]
    [InlineData("export")]
    public void Invalid_arguments_are_refused(params string[] arguments) =>
        Assert.NotEmpty(_root.Parse(arguments).Errors);

    [Theory]
    [InlineData("--desk-role", "redaktor")]
    [InlineData("once", "--content", "in", "--export", "out")]
    [InlineData("check", "in")]
    [InlineData("check", "in", "--format", "sarif")]
    [InlineData("new", "Rubriken", "--page")]
    [InlineData("import", "export.xml", "--to", "out", "--uploads", "uploads")]
    [InlineData("status")]
    [InlineData("export", "out")]
    [InlineData("reconcile")]
    [InlineData("rebuild", "--storage", "UseDevelopmentStorage=true")]
    public void Each_command_is_parsed(params string[] arguments) => Assert.Empty(_root.Parse(arguments).Errors);
}
