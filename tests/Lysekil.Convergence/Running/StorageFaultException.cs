namespace Lysekil.Convergence.Running;

/// <summary>A storage call that failed: 500, 503 or a time-out.</summary>
public sealed class StorageFaultException(string message) : Exception(message);
