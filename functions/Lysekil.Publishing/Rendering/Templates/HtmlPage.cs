using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Renders a template inside the layout. All values are escaped, except those that a template outputs as HTML.
/// </summary>
internal static class HtmlPage
{
    /// <summary>Escapes what HTML requires, and not å, ä and ö.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private const int BufferedCharacters = 1_024;

    /// <param name="site">The site.</param>
    /// <param name="template">The template's name without <c>.liquid</c>.</param>
    /// <param name="head">The page as a whole: <c>page</c> in the template.</param>
    /// <param name="values">The other variables of the template.</param>
    /// <remarks>
    /// If one of the site's own templates cannot be rendered, the built-in templates are used: no page is held up by
    /// it.
    /// </remarks>
    public static RenderedPage Render(
        Site site, string template, PageHead head, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        try
        {
            return RenderAsIs(site, template, head, values);
        }
        catch (Exception error) when (site.Theme.HasTemplates && error is not OutOfMemoryException)
        {
            return RenderAsIs(site with { Theme = site.Theme.WithoutTemplates() }, template, head, values);
        }
    }

    private static RenderedPage RenderAsIs(
        Site site, string template, PageHead head, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var context = new TemplateContext(site.Theme.Options);
        context.SetValue("site", new SiteModel(site));
        context.SetValue("page", new PageHeadModel(site, head));
        foreach (var (name, value) in values)
        {
            context.SetValue(name, value);
        }

        context.SetValue("template", template);
        context.SetValue("content", site.Theme.Template(template).Render(context, Encoder, isolateContext: false));
        return RenderedPage.Html(PageBuffer.Collect(page =>
        {
            using var writer = new StreamWriter(page, Utf8, BufferedCharacters, leaveOpen: true);
            // The templates do no I/O: the task is complete already.
            site.Theme.Template("layout").RenderAsync(writer, Encoder, context).AsTask().GetAwaiter().GetResult();
        }));
    }
}
