namespace Lysekil.Local;

/// <summary>The runner cannot go on, for a reason that the developer can remedy.</summary>
/// <param name="problem">One sentence.</param>
/// <param name="remedy">What to do; often a command or an option.</param>
internal sealed class RunnerException(string problem, string remedy) : Exception(problem)
{
    public string Remedy { get; } = remedy;
}
