using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Lysekil.Desk.Tests.Writing;

/// <summary>The fields of a form as a browser sends them.</summary>
internal static class EditorForm
{
    /// <summary>The fields that a page's form holds, without the anti-forgery token.</summary>
    /// <param name="page">The page.</param>
    /// <param name="selector">The form.</param>
    public static Dictionary<string, string> FieldsOf(IHtmlDocument page, string selector = "form#editor")
    {
        var form = page.QuerySelector(selector)!;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = element.GetAttribute("name")!;
            if (name.StartsWith("__", StringComparison.Ordinal) || IsDisabled(element))
            {
                continue;
            }

            if (element is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false })
            {
                continue;
            }

            fields[name] = Value(element);
        }

        return fields;
    }

    /// <summary>The fields with some changed; a <c>null</c> is a box that is not checked.</summary>
    public static Dictionary<string, string> With(
        this Dictionary<string, string> fields, params (string Name, string? Value)[] changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                fields.Remove(name);
            }
            else
            {
                fields[name] = value;
            }
        }

        return fields;
    }

    private static bool IsDisabled(IElement element) =>
        element.HasAttribute("disabled") || element.Closest("fieldset[disabled]") is not null;

    /// <summary>A browser sends line ends as CRLF (HTML, section 4.10.22.4).</summary>
    private static string Value(IElement element) => element switch
    {
        IHtmlTextAreaElement text => text.Value.ReplaceLineEndings("\r\n"),
        IHtmlInputElement input => input.Value,
        _ => "",
    };
}
