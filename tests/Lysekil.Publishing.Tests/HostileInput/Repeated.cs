using System.Text;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Tests;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>Repeated text.</summary>
internal static class Repeated
{
    public static string Text(string text, int times) =>
        new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>Repeats a text up to the largest size that is read.</summary>
    public static string ToTheLimit(string text) => UpTo(SourceText.MostBytes, text);

    /// <summary>
    /// Repeats a text up to the largest size that is read in a long run, and up to an eighth of it in any other.
    /// </summary>
    public static string Long(string text) => UpTo(SourceText.MostBytes / (LongRun.IsOn ? 1 : 8), text);

    private static string UpTo(int bytes, string text) => Text(text, (bytes - 100) / text.Length);
}
