using Fluid;
using Fluid.Values;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Lets templates write in a site's language: the filter <c>t</c> outputs a text of the locale, as in Shopify's themes,
/// and the dates of models are shown as the locale writes them.
/// </summary>
internal static class LocaleOptions
{
    public const string Filter = "t";

    public static void AddTo(TemplateOptions options, Locale locale)
    {
        options.Filters.AddFilter(Filter, (key, arguments, _) => Text(locale, key, arguments));
        options.ValueConverters.Add(value => value is DateTimeOffset moment ? new ShownDate(moment, locale) : null);
    }

    /// <summary>The text with the arguments' values in its placeholders; nil if the locale does not have it.</summary>
    private static ValueTask<FluidValue> Text(Locale locale, FluidValue key, FilterArguments arguments) =>
        locale.Find(key.ToStringValue(), [.. arguments.Names.Select(n => (n, arguments[n].ToStringValue()))])
            is { } text ? new StringValue(text) : NilValue.Instance;
}
