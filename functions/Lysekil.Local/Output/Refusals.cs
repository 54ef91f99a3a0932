using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;

namespace Lysekil.Local.Output;

/// <summary>Tells the sources that were not published from those that an editor merely should look at.</summary>
internal static class Refusals
{
    public static IReadOnlyList<DiagnosedSource> In(StatusReport status) =>
        [.. status.Diagnosed.Where(source => source.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Refusal))];
}
