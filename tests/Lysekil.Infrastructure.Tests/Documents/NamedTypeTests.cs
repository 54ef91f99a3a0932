using System.Text.RegularExpressions;

namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary>Types and members that the documents name are in the code.</summary>
public sealed partial class NamedTypeTests
{
    /// <summary>Values of an enumeration, which a column of a row holds.</summary>
    private static readonly string[] Values = ["Live", "Waiting", "Redirect"];

    public static TheoryData<string> Paths =>
    [
        .. Document.All.Select(document => document.Path).Where(path =>
            path is "CONTRIBUTING.md" or "SECURITY.md"
            || path is "docs/protocol.md" or "docs/data-model.md" or "docs/glossary.md"
            || path.StartsWith("docs/decisions/", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_type_of_the_architecture_is_one_of_the_product()
    {
        var named = Document.Named("docs/architecture.md").CodeSpans
            .Where(span => TypeName().IsMatch(span) && span != nameof(TimeProvider)).Distinct().ToList();

        Assert.InRange(named.Count, 40, int.MaxValue);
        Assert.All(named, name => Assert.True(KnownTypes.OfTheProduct.Contains(name), $"There is no type {name}"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_type_and_member_exists(string path) => Assert.All(Document.Named(path).CodeSpans, span =>
    {
        if (TypeName().IsMatch(span) && !Values.Contains(span) && span != nameof(TimeProvider))
        {
            Assert.True(
                KnownTypes.Contain(span) || KnownTypes.OfTheProduct.Any(type => KnownTypes.HaveMember(type.Key, span)),
                $"{path} names {span}, which is no type");
        }
        else if (MemberName().Match(span) is { Success: true } member)
        {
            Assert.True(
                KnownTypes.HaveMember(member.Groups[1].Value, member.Groups[2].Value) || IsProject(span),
                $"{path} names {span}, which is no member");
        }
    });

    private static bool IsProject(string name) =>
        new[] { "functions", "tests" }.Any(folder => Directory.Exists(Path.Combine(Repository.Root, folder, name)));

    [GeneratedRegex("^[A-Z][A-Za-z]*[a-z][A-Za-z]*$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^([A-Z][A-Za-z]+)\.([A-Z][A-Za-z]+)$")]
    private static partial Regex MemberName();
}
