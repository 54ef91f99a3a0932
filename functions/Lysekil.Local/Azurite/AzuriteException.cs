namespace Lysekil.Local.Azurite;

/// <summary>
/// Azurite could not be installed or started. The message tells the developer the reason and the remedy.
/// </summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);
