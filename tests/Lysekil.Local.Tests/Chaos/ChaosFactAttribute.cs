using Lysekil.Tests;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>A test that takes minutes: it runs in a long run, or if <see cref="Minutes"/> is set.</summary>
internal sealed class ChaosFactAttribute : FactAttribute
{
    /// <summary>The environment variable with the duration of the test in minutes.</summary>
    public const string Minutes = "LYSEKIL_CHAOS_MINUTES";

    public ChaosFactAttribute()
    {
        if (!LongRun.IsOn && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Minutes)))
        {
            Skip = $"Takes a minute or more: tests/long runs it, and so does {Minutes}=1.";
        }
    }
}
