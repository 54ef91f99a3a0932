using System.Text;
using Lysekil.Publishing.Contents.Markup;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>The same again and again.</summary>
internal static class Repeated
{
    public static string Text(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>As often as it fits the largest text that is read.</summary>
    public static string ToTheLimit(string text) => Text(text, (SourceText.MostBytes - 100) / text.Length);
}
