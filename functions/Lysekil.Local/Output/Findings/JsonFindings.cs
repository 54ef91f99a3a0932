using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Local.Output.Findings;

/// <summary>Findings as a JSON array, an object each.</summary>
internal static class JsonFindings
{
    /// <summary>Letters stay readable: the text goes to a file or a program, never into HTML.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static string Write(FindingReport report)
    {
        var array = new JsonArray();
        foreach (var (path, diagnostic) in report.Findings)
        {
            array.Add(new JsonObject
            {
                ["path"] = report.PathOf(path),
                ["line"] = diagnostic.Line,
                ["severity"] = diagnostic.Severity == Severity.Refusal ? "error" : "warning",
                ["code"] = diagnostic.Code,
                ["message"] = diagnostic.Message,
                ["remedy"] = diagnostic.Remedy,
            });
        }

        return array.ToJsonString(Options);
    }
}
