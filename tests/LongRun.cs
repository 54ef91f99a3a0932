namespace Lysekil.Tests;

/// <summary>
/// Whether this is a long run, which <c>LYSEKIL_LONG=1</c> asks for: 5,000 histories instead of 500,
/// 400 deployments instead of 100, 50 interleavings of two editors at the desk instead of 10, texts that are slow to
/// parse in half a megabyte instead of an eighth of that, and a runner that is killed again and again.
/// <c>tests/long</c> sets it, and CI runs that.
/// </summary>
internal static class LongRun
{
    public static bool IsOn => Environment.GetEnvironmentVariable("LYSEKIL_LONG") == "1";
}
