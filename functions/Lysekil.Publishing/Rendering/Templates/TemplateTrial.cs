using Fluid;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Renders a template once without any variables, before it is accepted: a template that does not end then does not end
/// on any page.
/// </summary>
internal static class TemplateTrial
{
    /// <summary>A quarter of the limit for a page: the rest is for the content of the page.</summary>
    private const int MostSteps = PageModels.MostSteps / 4;

    /// <summary>The refusal of the template; <c>null</c> if it can be rendered.</summary>
    /// <param name="template">The template.</param>
    /// <param name="files">The theme's files, including this one, for the templates that it includes.</param>
    public static Diagnostic? Fault(IFluidTemplate template, IReadOnlyDictionary<string, string> files)
    {
        var options = PageModels.Options(new ThemeFileProvider(files), isLimited: true, Locale.Swedish);
        options.MaxSteps = MostSteps;
        try
        {
            template.Render(new TemplateContext(options));
            return null;
        }
        catch (TemplateTooLargeException)
        {
            return DiagnosticCatalog.TemplateTooLarge(TemplateBudget.MostCharacters);
        }
        catch (InvalidOperationException)
        {
            return DiagnosticCatalog.TemplateEndless(TemplateLimits.MostNumbers);
        }
        catch (IOException)
        {
            return DiagnosticCatalog.TemplateLacksOther();
        }
        catch (ParseException invalid)
        {
            return DiagnosticCatalog.TemplateInvalid(null, invalid.Message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The filters of Fluid let through what .NET throws for their values: any error is the template's.
            return DiagnosticCatalog.TemplateFails(fault.Message);
        }
    }
}
