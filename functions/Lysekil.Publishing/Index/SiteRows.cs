using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>What the archive holds that is the same for all pages.</summary>
/// <param name="Files">The accepted settings and templates, by file name.</param>
/// <param name="BuiltVersion">What the whole site was last built with; empty where it never was.</param>
/// <param name="IsRebuilding">Whether a rebuild is under way.</param>
public sealed record SiteRows(IReadOnlyDictionary<string, ContentHash> Files, string BuiltVersion, bool IsRebuilding)
{
    internal static SiteRows Read(IReadOnlyList<Row> rows) => new(
        rows.Where(r => r.Columns.ContainsKey("accepted"))
            .ToDictionary(r => r.Columns["name"], r => new ContentHash(r.Columns["accepted"]), StringComparer.Ordinal),
        rows.FirstOrDefault(r => r.Key == IndexKeys.Built)?.Columns.Text("version") ?? "",
        rows.Any(r => r.Key == IndexKeys.Rebuild));
}
