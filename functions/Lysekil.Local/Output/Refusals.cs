using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;

namespace Lysekil.Local.Output;

/// <summary>Selects the sources that are refused, from all that have diagnostics.</summary>
internal static class Refusals
{
    public static IReadOnlyList<DiagnosedSource> In(StatusReport status) =>
        [.. status.Diagnosed.Where(source => source.Diagnostics.Any(d => d.Severity == Severity.Refusal))];
}
