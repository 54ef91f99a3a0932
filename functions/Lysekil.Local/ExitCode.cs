namespace Lysekil.Local;

/// <summary>What the process ends with, for scripts and CI.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Something could not be done at all.</summary>
    public const int Failure = 1;

    /// <summary>Everything was done, and some sources were refused; they are listed.</summary>
    public const int Refused = 2;
}
