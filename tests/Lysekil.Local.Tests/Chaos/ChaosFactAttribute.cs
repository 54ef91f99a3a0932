using Lysekil.Tests;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>A test that takes minutes: only a long run has it, and a run in which <see cref="Minutes"/> says how many.</summary>
internal sealed class ChaosFactAttribute : FactAttribute
{
    /// <summary>The variable that says for how many minutes storms rage.</summary>
    public const string Minutes = "LYSEKIL_CHAOS_MINUTES";

    public ChaosFactAttribute()
    {
        if (!LongRun.IsOn && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Minutes)))
        {
            Skip = $"Takes a minute or more: tests/long runs it, and so does {Minutes}=1.";
        }
    }
}
