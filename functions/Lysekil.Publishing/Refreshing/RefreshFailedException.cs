using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Refreshing;

/// <summary>Some pages could not be refreshed; those beside them were.</summary>
/// <param name="faults">Which, and why.</param>
public sealed class RefreshFailedException(IReadOnlyList<(PageKey Page, Exception Fault)> faults)
    : AggregateException($"Could not refresh {string.Join(", ", faults.Select(f => f.Page))}.", faults.Select(f => f.Fault))
{
    public IReadOnlyList<(PageKey Page, Exception Fault)> Faults => faults;
}
