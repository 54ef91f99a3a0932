using System.Reflection;

namespace Lysekil.Azure.Tests;

public class OwnProgramTests
{
    private static readonly Assembly Assembly = typeof(OwnProgram).Assembly;

    [Theory]
    [InlineData("/app/Lysekil.Azure")]
    [InlineData("/app/Lysekil.Azure.exe")]
    public void An_executable_of_the_program_s_own_starts_it_alone(string process)
    {
        var program = OwnProgram.Of(Assembly, process);

        Assert.Equal(process, program.Path);
        Assert.Empty(program.Before);
    }

    [Theory]
    [InlineData("/usr/share/dotnet/dotnet", "/usr/share/dotnet/dotnet")]
    [InlineData("/app/Lysekil", "/app/Lysekil")]
    [InlineData(null, "dotnet")]
    public void Any_other_executable_needs_the_assembly(string? process, string path)
    {
        var program = OwnProgram.Of(Assembly, process);

        Assert.Equal((path, Assembly.Location), (program.Path, Assert.Single(program.Before)));
    }
}
