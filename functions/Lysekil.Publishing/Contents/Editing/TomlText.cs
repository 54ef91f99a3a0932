using System.Text;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Writes values as TOML.</summary>
internal static class TomlText
{
    /// <summary>The value in one line, as a basic string (TOML 1.1, "String").</summary>
    public static string Scalar(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in OneLine.WithoutControls(value))
        {
            text.Append(c is '"' or '\\' ? "\\" : "").Append(c);
        }

        return text.Append('"').ToString();
    }
}
