using System.Text.RegularExpressions;

namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary>The layers in <c>docs/architecture.md</c> are those of the code, in an order that the code keeps.</summary>
public sealed partial class ArchitectureTests
{
    private const string Engine = "functions/Lysekil.Publishing";

    private static readonly IReadOnlyList<string> Layers =
    [
        .. Document.Named("docs/architecture.md").TableRows().SelectMany(row => row[0])
            .Where(span => LayerName().IsMatch(span)).Select(span => span.TrimEnd('/')),
    ];

    [Fact]
    public void Each_top_folder_of_the_engine_is_a_layer()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, Engine))
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => name is not ("bin" or "obj"));

        Assert.Equal(folders.Order(StringComparer.Ordinal), Layers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_layer_uses_none_that_stands_below_it_in_the_table()
    {
        var places = Layers.Index().ToDictionary(layer => layer.Item, layer => layer.Index);
        foreach (var layer in Layers)
        {
            var folder = Path.Combine(Repository.Root, Engine, layer);
            var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories);
            Assert.NotEmpty(files);
            foreach (var file in files)
            {
                foreach (Match match in Using().Matches(File.ReadAllText(file)))
                {
                    var used = match.Groups[1].Value;
                    Assert.True(
                        places[used] <= places[layer],
                        $"{file} uses {used}, which docs/architecture.md has below {layer}");
                }
            }
        }
    }

    [GeneratedRegex("^[A-Z][a-z]+/$")]
    private static partial Regex LayerName();

    [GeneratedRegex(@"^using Lysekil\.Publishing\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
