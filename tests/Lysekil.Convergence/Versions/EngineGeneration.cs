namespace Lysekil.Convergence.Versions;

/// <summary>Which of the two engines of a deployment a process runs.</summary>
public enum EngineGeneration
{
    /// <summary>The engine as it is.</summary>
    Today,

    /// <summary>The double of a later one (<see cref="LaterEngine"/>).</summary>
    Later,
}
