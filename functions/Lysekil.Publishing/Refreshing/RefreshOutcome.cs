using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Refreshing;

/// <summary>What refreshing a page came to.</summary>
public sealed record RefreshOutcome(PageKey Page, RefreshResult Result);
