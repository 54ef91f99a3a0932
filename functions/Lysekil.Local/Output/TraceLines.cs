using System.Diagnostics;

namespace Lysekil.Local.Output;

/// <summary>Writes a trace as a tree: what an upload or a reconcile has caused, and how long each part took.</summary>
internal static class TraceLines
{
    /// <summary>Writes the spans of one trace. A span whose parent is not among them is the root of a tree.</summary>
    public static void Write(Screen screen, IReadOnlyList<Activity> spans)
    {
        var known = spans.Select(s => s.SpanId).ToHashSet();
        var children = spans.OrderBy(s => s.StartTimeUtc)
            .ToLookup(s => known.Contains(s.ParentSpanId) ? s.ParentSpanId : default);
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
            var name = $"{tree}{span.OperationName} {About(span)}";
            lines.Add($"            [dim]{after}[/]  {name}  {took}  [dim]{Result(span)}[/]");
            foreach (var child in children[span.SpanId])
            {
                Add(child, depth + 1, began);
            }
        }
    }

    private static object? About(Activity span) =>
        span.GetTagItem("lysekil.source") ?? span.GetTagItem("lysekil.page");

    private static string? Result(Activity span) => span.Status == ActivityStatusCode.Error
        ? span.StatusDescription
        : (span.GetTagItem("lysekil.change") ?? span.GetTagItem("lysekil.outcome"))?.ToString()?.ToLowerInvariant();
}
