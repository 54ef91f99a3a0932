using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>What the index holds that is the same for all pages.</summary>
/// <param name="Files">The accepted settings and templates, by file name.</param>
/// <param name="EarlierSettings">The settings that were accepted before, the newest first.</param>
/// <param name="BuiltVersion">
/// The rendering version that the whole site was last built with; empty where it never was.
/// </param>
/// <param name="IsRebuilding">Whether a rebuild is under way.</param>
public sealed record SiteRows(
    IReadOnlyDictionary<string, ContentHash> Files,
    EquatableList<ContentHash> EarlierSettings,
    string BuiltVersion,
    bool IsRebuilding)
{
    internal static SiteRows Read(IReadOnlyList<Row> rows) => new(
        rows.Where(SiteFileRow.Is).Select(r => SiteFileRow.Codec.Read(r.Columns))
            .ToDictionary(f => f.Name, f => f.Accepted, StringComparer.Ordinal),
        rows.FirstOrDefault(r => r.Key == IndexKeys.Settings) is { } settings
            ? SiteFileRow.Codec.Read(settings.Columns).Earlier
            : [],
        rows.FirstOrDefault(r => r.Key == IndexKeys.Built) is { } built
            ? BuiltVersionRow.Codec.Read(built.Columns)
            : "",
        rows.Any(r => r.Key == IndexKeys.Rebuild));
}

/// <summary>The columns of the settings or of a template.</summary>
internal static class SiteFileRow
{
    public static readonly RowCodec<(string Name, ContentHash Accepted, EquatableList<ContentHash> Earlier)> Codec =
        new(Read);

    private static readonly Column<string> Name = Codec.Add("name", ColumnFormat.RequiredText, f => f.Name);
    private static readonly Column<ContentHash> Accepted = Codec.Add("accepted", ColumnFormat.Hash, f => f.Accepted);
    private static readonly Column<EquatableList<ContentHash>> Earlier =
        Codec.Add("earlier", ColumnFormat.Hashes, f => f.Earlier);

    /// <summary>Whether a row of the site is one of its files; others tell how far the site is built.</summary>
    public static bool Is(Row row) => row.Columns.ContainsKey(Accepted.Name);

    private static (string Name, ContentHash Accepted, EquatableList<ContentHash> Earlier) Read(RowReader row) =>
        (Name.Of(row), Accepted.Of(row), Earlier.Of(row));
}

/// <summary>The column of the rendering version that the whole site was last built with.</summary>
internal static class BuiltVersionRow
{
    public static readonly RowCodec<string> Codec = new(Read);

    private static readonly Column<string> Version = Codec.Add("version", ColumnFormat.Text, v => v);

    private static string Read(RowReader row) => Version.Of(row);
}
