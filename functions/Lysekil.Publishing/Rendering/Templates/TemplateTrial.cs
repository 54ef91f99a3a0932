using Fluid;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Renders a template once with nothing on the page, before it is accepted: what never ends there never ends on any page,
/// and its editor should know.
/// </summary>
internal static class TemplateTrial
{
    /// <summary>A quarter of what a page may take: the rest is for what will be on it.</summary>
    private const int MostSteps = PageModels.MostSteps / 4;

    /// <summary>What is wrong with the template; <c>null</c> where it comes to an end.</summary>
    /// <param name="template">The template.</param>
    /// <param name="files">The theme's files with this one among them, for what it includes.</param>
    public static Diagnostic? Fault(IFluidTemplate template, IReadOnlyDictionary<string, string> files)
    {
        var options = PageModels.Options(new ThemeFileProvider(files));
        options.MaxSteps = MostSteps;
        try
        {
            template.Render(new TemplateContext(options));
            return null;
        }
        catch (InvalidOperationException)
        {
            return DiagnosticCatalog.TemplateEndless(BoundedRanges.MostNumbers);
        }
        catch (IOException missing)
        {
            return DiagnosticCatalog.TemplateInvalid(null, $"den infogar en mall som inte finns ({missing.Message})");
        }
        catch (ParseException invalid)
        {
            return DiagnosticCatalog.TemplateInvalid(null, invalid.Message);
        }
    }
}
