namespace Lysekil.Convergence.Running;

/// <summary>An injected failure of a storage call, such as status 500 or 503 or a timeout.</summary>
public sealed class StorageFaultException(string message) : Exception(message);
