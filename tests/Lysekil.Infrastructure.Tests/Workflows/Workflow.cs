using YamlDotNet.RepresentationModel;

namespace Lysekil.Infrastructure.Tests.Workflows;

/// <summary>A file of <c>.github/workflows</c>.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode _root;

    private Workflow(string name)
    {
        Name = name;
        Text = Repository.Read(".github/workflows/" + name);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text));
        _root = (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    public static IReadOnlyList<Workflow> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"))
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).Select(name => new Workflow(name))];

    public string Name { get; }

    public string Text { get; }

    public IReadOnlyList<YamlMappingNode> Jobs => [.. Map(_root, "jobs").Children.Values.Cast<YamlMappingNode>()];

    public IReadOnlyList<YamlMappingNode> Steps =>
        [.. Jobs.SelectMany(job => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())];

    public IReadOnlyList<string> Scripts => [.. Steps.Select(step => Find(step, "run")).OfType<string>()];

    public IReadOnlyList<string> Triggers => [.. Map(_root, "on").Children.Keys.Select(key => key.ToString())];

    /// <summary>The permissions of the workflow, such as <c>contents: read</c>.</summary>
    public IReadOnlyList<string> Permissions => Lines(Map(_root, "permissions"));

    public bool Has(string key) => _root.Children.ContainsKey(key);

    public static Workflow Named(string name) => Assert.Single(All, workflow => workflow.Name == name);

    public static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    /// <summary>A scalar value; <c>null</c> if there is none.</summary>
    public static string? Find(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value : null;

    private static IReadOnlyList<string> Lines(YamlMappingNode node) =>
        [.. node.Children.Select(child => $"{child.Key}: {child.Value}").Order(StringComparer.Ordinal)];
}
