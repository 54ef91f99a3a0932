namespace Lysekil.Local;

/// <summary>Why the runner cannot go on, in words for a developer, with what to do about it.</summary>
/// <param name="problem">One sentence.</param>
/// <param name="remedy">What to do; often a command or an option.</param>
internal sealed class RunnerException(string problem, string remedy) : Exception(problem)
{
    public string Remedy { get; } = remedy;
}
