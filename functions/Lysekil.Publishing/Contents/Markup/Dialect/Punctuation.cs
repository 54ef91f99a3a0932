using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Locales;
using Markdig.Extensions.SmartyPants;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>
/// What straight quotes, hyphens and dots become: quotation marks are those of the text's language. Each mark is one
/// character in all of them, so that no limit of a text depends on its language.
/// </summary>
internal static class Punctuation
{
    private static readonly FrozenDictionary<Locale, SmartyPantOptions> ByLocale =
        Locale.All.ToFrozenDictionary(l => l, MarksOf);

    public static SmartyPantOptions Of(Locale locale) => ByLocale[locale];

    private static SmartyPantOptions MarksOf(Locale locale)
    {
        var options = new SmartyPantOptions();
        options.Mapping[SmartyPantType.LeftQuote] = locale.Text("quote.single.left");
        options.Mapping[SmartyPantType.RightQuote] = locale.Text("quote.single.right");
        options.Mapping[SmartyPantType.LeftDoubleQuote] = locale.Text("quote.left");
        options.Mapping[SmartyPantType.RightDoubleQuote] = locale.Text("quote.right");
        options.Mapping[SmartyPantType.LeftAngleQuote] = locale.Text("quote.angle.left");
        options.Mapping[SmartyPantType.RightAngleQuote] = locale.Text("quote.angle.right");
        options.Mapping[SmartyPantType.Ellipsis] = "…";
        options.Mapping[SmartyPantType.Dash2] = "–";
        options.Mapping[SmartyPantType.Dash3] = "—";
        return options;
    }
}
