namespace Lysekil.Local.Azurite;

/// <summary>Azurite could not be installed or started. The message tells a developer why, and what to do.</summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);
