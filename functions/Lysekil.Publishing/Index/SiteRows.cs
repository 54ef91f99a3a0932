using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>What the index holds that is the same for all pages.</summary>
/// <param name="Files">The accepted settings and templates, by file name.</param>
/// <param name="EarlierSettings">The settings that were accepted before, the newest first.</param>
/// <param name="FeedIdentity">The first identity that the settings named; empty if they have named none.</param>
/// <param name="BuiltVersion">
/// The rendering version that the whole site was last built with; empty where it never was.
/// </param>
/// <param name="IsRebuilding">Whether a rebuild is under way.</param>
/// <param name="HasDivided">Whether some listing is divided, or was.</param>
public sealed record SiteRows(
    IReadOnlyDictionary<string, ContentHash> Files,
    EquatableList<ContentHash> EarlierSettings,
    string FeedIdentity,
    string BuiltVersion,
    bool IsRebuilding,
    bool HasDivided)
{
    internal static SiteRows Read(IReadOnlyList<Row> rows)
    {
        var files = rows.Where(SiteFileRow.Is)
            .ToDictionary(r => r.Key, r => SiteFileRow.Codec.Read(r.Columns), StringComparer.Ordinal);
        var settings = files.GetValueOrDefault(IndexKeys.Settings);
        return new(
            files.Values.ToDictionary(f => f.Name, f => f.Accepted, StringComparer.Ordinal),
            settings?.Earlier ?? [],
            settings?.FeedIdentity ?? "",
            rows.FirstOrDefault(r => r.Key == IndexKeys.Built) is { } built
                ? BuiltVersionRow.Codec.Read(built.Columns)
                : "",
            rows.Any(r => r.Key == IndexKeys.Rebuild),
            rows.Any(r => r.Key == IndexKeys.Divided));
    }
}

/// <summary>The settings or a template, as the index holds them for every page.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Accepted">Its accepted content.</param>
/// <param name="Earlier">The contents that were accepted before; only of the settings.</param>
/// <param name="FeedIdentity">The first identity that they named; only of the settings.</param>
internal sealed record SiteFileEntry(
    string Name, ContentHash Accepted, EquatableList<ContentHash> Earlier, string FeedIdentity);

/// <summary>The columns of the settings or of a template.</summary>
internal static class SiteFileRow
{
    public static readonly RowCodec<SiteFileEntry> Codec = new(Read);

    private static readonly Column<string> Name = Codec.Add("name", ColumnFormat.RequiredText, f => f.Name);
    private static readonly Column<ContentHash> Accepted = Codec.Add("accepted", ColumnFormat.Hash, f => f.Accepted);
    private static readonly Column<EquatableList<ContentHash>> Earlier =
        Codec.Add("earlier", ColumnFormat.Hashes, f => f.Earlier);
    private static readonly Column<string> FeedIdentity =
        Codec.Add("feedIdentity", ColumnFormat.Text, f => f.FeedIdentity);

    /// <summary>Whether a row of the site is one of its files; others tell how far the site is built.</summary>
    public static bool Is(Row row) => row.Columns.ContainsKey(Accepted.Name);

    private static SiteFileEntry Read(RowReader row) =>
        new(Name.Of(row), Accepted.Of(row), Earlier.Of(row), FeedIdentity.Of(row));
}

/// <summary>The column of the rendering version that the whole site was last built with.</summary>
internal static class BuiltVersionRow
{
    public static readonly RowCodec<string> Codec = new(Read);

    private static readonly Column<string> Version = Codec.Add("version", ColumnFormat.Text, v => v);

    private static string Read(RowReader row) => Version.Of(row);
}
