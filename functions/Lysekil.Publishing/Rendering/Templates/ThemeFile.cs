using System.Diagnostics.CodeAnalysis;
using Fluid;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>A file under <c>tema/</c>, which replaces one of the built-in theme.</summary>
public static class ThemeFile
{
    private static readonly FluidParser Parser = new();

    /// <summary>Validates a file: a refusal, or the warnings about one that can be used.</summary>
    public static IReadOnlyList<Diagnostic> Check(SourcePath path, ReadOnlySpan<byte> bytes)
    {
        var name = path.Value["tema/".Length..];
        if (!Theme.FileNames.Contains(name))
        {
            return [DiagnosticCatalog.TemplateUnknown(name, string.Join(", ", Theme.FileNames))];
        }

        var (text, undecodable) = SourceText.Decode(bytes);
        if (text is null)
        {
            return [undecodable!];
        }

        if (name == Theme.StyleSheetName)
        {
            return [];
        }

        if (TemplateNesting.FirstTooDeep(text) is { } line)
        {
            return [DiagnosticCatalog.TemplateTooDeep(
                line, TemplateNesting.MostLevels, TemplateNesting.MostCharactersOfATag)];
        }

        if (!TryParse(text, isLimited: false, out var template, out var error))
        {
            return [DiagnosticCatalog.TemplateInvalid(LineOf(error), error)];
        }

        List<Diagnostic> remarks = [.. TemplateRemarks.On(name, text, template)];
        return remarks.Exists(r => r.Severity == Severity.Refusal) ? remarks
            : TemplateTrial.Fault(name, TemplateLimits.On(template), Theme.FilesWith(name, text)) is { } fault ? [fault]
            : remarks;
    }

    /// <summary>Parses a template, and limits what it takes, unless it is a built-in one.</summary>
    internal static bool TryParse(
        string text,
        bool isLimited,
        [NotNullWhen(true)] out IFluidTemplate? template,
        [NotNullWhen(false)] out string? error)
    {
        var isTemplate = Parser.TryParse(text, out var parsed, out error);
        template = isTemplate && isLimited ? TemplateLimits.On(parsed) : parsed;
        return isTemplate;
    }

    /// <summary>The line in a message of Fluid, such as "… at (3:14)".</summary>
    private static int? LineOf(string error)
    {
        var start = error.LastIndexOf('(') + 1;
        var end = error.IndexOf(':', Math.Max(0, start));
        return start > 0 && end > start && int.TryParse(error.AsSpan(start, end - start), out var line) ? line : null;
    }
}
