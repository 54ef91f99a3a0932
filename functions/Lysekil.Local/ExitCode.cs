namespace Lysekil.Local;

/// <summary>The exit codes, for scripts and CI.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The command could not be carried out.</summary>
    public const int Failure = 1;

    /// <summary>The command was carried out; some sources are refused, and were listed.</summary>
    public const int Refused = 2;
}
