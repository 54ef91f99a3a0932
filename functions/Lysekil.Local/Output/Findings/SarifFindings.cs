using System.Text.Json.Nodes;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Local.Output.Findings;

/// <summary>Findings as a log of SARIF 2.1.0 (OASIS, section 3): a rule for each code of a diagnostic.</summary>
internal static class SarifFindings
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    public static string Write(FindingReport report)
    {
        var rules = report.Findings
            .Select(f => f.Diagnostic.Code)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var results = new JsonArray();
        foreach (var (path, diagnostic) in report.Findings)
        {
            var place = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = UriOf(report.PathOf(path)) },
            };
            if (diagnostic.Line is { } line)
            {
                place["region"] = new JsonObject { ["startLine"] = line };
            }

            results.Add(new JsonObject
            {
                ["ruleId"] = diagnostic.Code,
                ["ruleIndex"] = rules.IndexOf(diagnostic.Code),
                ["level"] = diagnostic.Severity == Severity.Refusal ? "error" : "warning",
                ["message"] = new JsonObject { ["text"] = $"{diagnostic.Message} {diagnostic.Remedy}" },
                ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = place }),
            });
        }

        var driver = new JsonObject
        {
            ["name"] = "Lysekil.Serverless",
            ["rules"] = new JsonArray([.. rules.Select(code => new JsonObject { ["id"] = code })]),
        };
        return new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = driver },
                ["results"] = results,
            }),
        }.ToJsonString(JsonFindings.Options);
    }

    /// <summary>A relative reference, or an absolute URI of a file (section 3.4.3).</summary>
    private static string UriOf(string path) =>
        Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : UrlPath.Escape(path);
}
