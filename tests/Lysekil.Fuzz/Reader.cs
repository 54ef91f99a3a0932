using System.Diagnostics;

namespace Lysekil.Fuzz;

/// <summary>
/// The child process. It writes each seed before it reads its file, so that its parent knows the last one.
/// </summary>
internal static class Reader
{
    public const string Thrown = "thrown ";
    public const string Peak = "peak ";

    public static void Run(FuzzTarget target, int from, int count)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        for (var seed = from; seed < from + count; seed++)
        {
            output.WriteLine(seed);
            try
            {
                target.Read(target.FileOf(seed));
            }
            catch (Exception fault)
            {
                output.WriteLine(Thrown + $"{fault.GetType().Name}: {fault.Message}".ReplaceLineEndings(" "));
            }
        }

        output.WriteLine($"{Peak}{Process.GetCurrentProcess().PeakWorkingSet64}");
    }
}
