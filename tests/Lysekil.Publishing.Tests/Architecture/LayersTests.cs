using System.Reflection;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Architecture;

public class LayersTests
{
    private const string Engine = "Lysekil.Publishing";
    private const string Sample = "Lysekil.Publishing.Tests.Architecture.Sample";

    /// <summary>Lowest first.</summary>
    private static readonly string[] Layers =
    [
        "Telemetry", "Storage", "Contents", "Index", "Messaging", "Rendering", "Refreshing", "Rebuilding",
        "Publication", "Repair", "Engine",
    ];

    [Fact]
    public void References_in_the_engine_run_from_upper_layers_to_lower_ones_and_never_in_a_circle()
    {
        var folder = Path.Combine(Repository.Functions, Engine);

        var references = References.Within(typeof(ITable).Assembly, folder, Engine);

        var violations = new LayerRule(Engine, Layers).Violations(references);
        Assert.True(violations.Count == 0, string.Join('\n', violations));
        var used = references.SelectMany(r => new[] { r.FromNamespace, r.ToNamespace })
            .Select(n => n.Split('.')[2]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Layers.Order(StringComparer.Ordinal), used);
    }

    [Fact]
    public void References_against_the_order_and_circles_are_reported_with_the_types_at_both_ends()
    {
        var folder = Path.Combine(Repository.Tests, "Lysekil.Publishing.Tests", "Architecture", "Sample");

        var references = References.Within(Assembly.GetExecutingAssembly(), folder, Sample);

        Assert.Equal(
        [
            $"Foundation/Measure.cs refers to {Sample}.Roof, but Foundation is a layer below Roof.",
            $"Foundation/Stone.cs refers to {Sample}.Roof, but Foundation is a layer below Roof.",
            $"{Sample}.Foundation.Stone refers to {Sample}.Roof.Tile, but Foundation is a layer below Roof.",
            $"Namespaces use each other: {Sample}.Storey.Doors.Door refers to {Sample}.Storey.Walls.Wall; " +
            $"{Sample}.Storey.Walls.Wall refers to {Sample}.Storey.Windows.Window; " +
            $"{Sample}.Storey.Windows.Window refers to {Sample}.Storey.Doors.Door.",
        ], new LayerRule(Sample, ["Foundation", "Storey", "Roof"]).Violations(references));
    }

    [Fact]
    public void A_namespace_that_no_layer_names_is_reported()
    {
        var reference = new Reference("Site.Attic.Box", "Site.Attic", "Site.Roof.Tile", "Site.Roof");

        Assert.Equal(["Site.Attic is in none of the layers Storey, Roof."],
            new LayerRule("Site", ["Storey", "Roof"]).Violations([reference]));
    }
}
