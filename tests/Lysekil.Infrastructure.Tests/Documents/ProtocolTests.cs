using Lysekil.Convergence.Defects;

namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary><c>docs/protocol.md</c> has every rule, and each deliberate defect with the rule that it breaks.</summary>
public sealed class ProtocolTests
{
    private static readonly Document Protocol = Document.Named("docs/protocol.md");

    public static TheoryData<string> Rules => [.. Enumerable.Range(1, 9).Select(number => $"R{number}")];

    public static TheoryData<string, string> Defects
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var defect in DefectList.All.Concat(DefectList.Masked))
            {
                data.Add(defect.Name, defect.Rule);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_given_with_its_reason_and_what_goes_wrong_without_it(string rule)
    {
        var section = Protocol.Section(rule + " ");

        Assert.All(
            new[] { "**Rule.**", "**Reason.**", "**Without it.**" },
            part => Assert.Contains(part, section, StringComparison.Ordinal));
        Assert.Matches(@"\*\*Test(s|ed by)\*\*", section);
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_defect_stands_with_the_rule_that_it_breaks(string defect, string rule) =>
        Assert.Contains($"| `{defect}` |", Protocol.Section(rule + " "), StringComparison.Ordinal);

    [Fact]
    public void No_defect_is_named_that_is_none() => Assert.Equal(
        DefectList.All.Concat(DefectList.Masked).Select(defect => defect.Name).Order(StringComparer.Ordinal),
        Protocol.TableRows().Select(row => Assert.Single(row[0])).Order(StringComparer.Ordinal));
}
