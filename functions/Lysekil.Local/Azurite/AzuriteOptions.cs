namespace Lysekil.Local.Azurite;

/// <summary>How Azurite runs.</summary>
/// <param name="Location">The folder that keeps the data; <c>null</c>: in memory, gone with the process.</param>
/// <param name="BlobPort">0: a free port.</param>
/// <param name="QueuePort">0: a free port.</param>
/// <param name="TablePort">0: a free port.</param>
public sealed record AzuriteOptions(string? Location = null, int BlobPort = 0, int QueuePort = 0, int TablePort = 0);
