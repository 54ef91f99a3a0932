namespace Lysekil.Local.Azurite;

/// <summary>How Azurite runs. A port of 0 is any free port.</summary>
/// <param name="Location">The folder for the data; <c>null</c> keeps them in memory, until the process ends.</param>
/// <param name="BlobPort">The port of the blob service.</param>
/// <param name="QueuePort">The port of the queue service.</param>
/// <param name="TablePort">The port of the table service.</param>
public sealed record AzuriteOptions(string? Location = null, int BlobPort = 0, int QueuePort = 0, int TablePort = 0);
