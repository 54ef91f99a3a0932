namespace Lysekil.Convergence.Oracle;

/// <summary>A run with faults differs from its reference run.</summary>
public sealed class DivergenceException(string message) : Exception(message);
