using System.Text;
using Lysekil.Publishing.Contents.Markup;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>Repeated text.</summary>
internal static class Repeated
{
    public static string Text(string text, int times) =>
        new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>Repeats a text up to the largest size that is read.</summary>
    public static string ToTheLimit(string text) => Text(text, (SourceText.MostBytes - 100) / text.Length);
}
