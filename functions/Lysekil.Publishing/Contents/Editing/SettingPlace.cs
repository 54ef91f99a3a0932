namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Where a setting stands among the lines of a file.</summary>
/// <param name="Key">The setting's name as written.</param>
/// <param name="FirstLine">The line of the name, from 0.</param>
/// <param name="LastLine">The last line of the value, from 0.</param>
/// <param name="Separator">The column after the colon or the equals sign.</param>
/// <param name="Value">
/// The columns of the value; <c>null</c> if all that follows the separator, up to the last line, is replaced.
/// </param>
internal sealed record SettingPlace(string Key, int FirstLine, int LastLine, int Separator, ColumnRange? Value)
{
    /// <summary>
    /// What stands before the dash of each value of a list, one value a line; <c>null</c> if the value is no such list.
    /// </summary>
    public string? ItemIndent { get; init; }
}

/// <summary>Columns of one line.</summary>
/// <param name="Start">The first column, from 0.</param>
/// <param name="End">The column after the last.</param>
internal readonly record struct ColumnRange(int Start, int End);
