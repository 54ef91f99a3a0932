namespace Lysekil.Local.Tests.Chaos;

/// <summary>Runs alone, after all other tests: it takes the whole machine, and other tests measure times.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ChaosCollection
{
    public const string Name = "Chaos";
}
