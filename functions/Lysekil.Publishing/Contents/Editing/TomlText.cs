using System.Text;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Writes values as TOML.</summary>
internal static class TomlText
{
    /// <summary>The value in one line, as a basic string (TOML 1.1, "String").</summary>
    public static string Scalar(string value)
    {
        var line = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var text = new StringBuilder("\"");
        foreach (var c in line.Where(c => !char.IsControl(c)))
        {
            text.Append(c is '"' or '\\' ? "\\" : "").Append(c);
        }

        return text.Append('"').ToString();
    }
}
