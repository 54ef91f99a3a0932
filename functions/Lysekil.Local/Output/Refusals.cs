using Lysekil.Publishing.Index;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Status;

namespace Lysekil.Local.Output;

/// <summary>Tells the sources that were not published from those that an editor merely should look at.</summary>
internal static class Refusals
{
    public static IReadOnlyList<RemarkedSource> In(StatusReport status) =>
        [.. status.Remarked.Where(source => source.Remarks.Any(remark => remark.Severity == RemarkSeverity.Refusal))];
}
