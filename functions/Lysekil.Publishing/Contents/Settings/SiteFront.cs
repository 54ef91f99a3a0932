using System.Collections.Immutable;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads the setting <c>front</c>: the topics that have a section of the front page, in their order.</summary>
internal static class SiteFront
{
    public const string Setting = "front";

    /// <summary>Each section takes the front page a query.</summary>
    public const int Most = 6;

    /// <summary>The topics, each once; one that cannot be used is left out.</summary>
    public static ImmutableArray<Topic> Read(FrontMatter.Entry entry, List<Diagnostic> diagnostics)
    {
        var topics = ImmutableArray.CreateBuilder<Topic>();
        if (entry.Items.Count > 0 || entry.Nested.Count > 0)
        {
            var written = entry.Nested.FirstOrDefault()?.Value ?? "";
            diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                entry.Line, Setting, written, "ämnena i en lista, som [Skola, Hamnen]"));
        }

        foreach (var name in entry.Values.Where(v => v.Length > 0))
        {
            if (Topic.From(name) is not { } topic)
            {
                diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                    entry.Line, Setting, name, "varje ämne som ett eller några ord"));
            }
            else if (topics.Count == Most)
            {
                diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                    entry.Line, Setting, name, $"högst {Most} ämnen"));
                break;
            }
            else if (topics.All(t => t.Slug != topic.Slug))
            {
                topics.Add(topic);
            }
        }

        return topics.ToImmutable();
    }
}
