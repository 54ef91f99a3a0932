using System.Diagnostics;

namespace Lysekil.Local.Output;

/// <summary>Shows a trace as a tree: what an upload, or a reconcile, set in motion, and how long each part took.</summary>
internal static class TraceLines
{
    /// <param name="screen">Where to.</param>
    /// <param name="spans">All of one trace; of a span whose parent is not among them, the tree is one of its own.</param>
    public static void Write(Screen screen, IReadOnlyList<Activity> spans)
    {
        var known = spans.Select(s => s.SpanId).ToHashSet();
        var children = spans.OrderBy(s => s.StartTimeUtc).ToLookup(s => known.Contains(s.ParentSpanId) ? s.ParentSpanId : default);
        var lines = new List<FormattableString>();
        foreach (var root in children[default])
        {
            Add(root, depth: 0, root.StartTimeUtc);
        }

        screen.WriteEvent($"[dim]trace    [/]  {spans[0].TraceId.ToHexString()}", lines);

        void Add(Activity span, int depth, DateTime began)
        {
            var tree = depth == 0 ? "" : new string(' ', (2 * depth) - 2) + "└ ";
            var after = FormattableString.Invariant($"+{(span.StartTimeUtc - began).TotalMilliseconds,5:0} ms");
            var took = FormattableString.Invariant($"{span.Duration.TotalMilliseconds,5:0} ms");
            lines.Add($"            [dim]{after}[/]  {tree}{span.OperationName} {About(span)}  {took}  [dim]{Result(span)}[/]");
            foreach (var child in children[span.SpanId])
            {
                Add(child, depth + 1, began);
            }
        }
    }

    private static object? About(Activity span) => span.GetTagItem("lysekil.source") ?? span.GetTagItem("lysekil.page");

    private static string? Result(Activity span) => span.Status == ActivityStatusCode.Error
        ? span.StatusDescription
        : (span.GetTagItem("lysekil.change") ?? span.GetTagItem("lysekil.outcome"))?.ToString()?.ToLowerInvariant();
}
