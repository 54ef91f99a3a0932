namespace Lysekil.Local.Tests.Chaos;

/// <summary>Runs after all others, by itself: it takes the whole machine, and others promise times.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ChaosCollection
{
    public const string Name = "Chaos";
}
