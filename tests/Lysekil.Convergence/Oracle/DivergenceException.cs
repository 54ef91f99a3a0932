namespace Lysekil.Convergence.Oracle;

/// <summary>A rough run did not end where the smooth one does.</summary>
public sealed class DivergenceException(string message) : Exception(message);
