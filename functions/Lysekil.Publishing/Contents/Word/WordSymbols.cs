using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// Characters of fonts of symbols, which Word writes for arrows and smileys (ECMA-376, part 1, section 17.3.3.30), as
/// Unicode has them.
/// </summary>
internal static class WordSymbols
{
    /// <summary>Symbol fonts have their characters from here on in the private use area.</summary>
    private const int PrivateUse = 0xF000;

    private static readonly FrozenDictionary<int, string> Wingdings = new Dictionary<int, string>
    {
        [0x4A] = "☺",
        [0x4B] = "😐",
        [0x4C] = "☹",
        [0x28] = "☎",
        [0x2A] = "✉",
        [0x6C] = "●",
        [0x6E] = "■",
        [0x6F] = "□",
        [0xA7] = "▪",
        [0xA8] = "◻",
        [0xD8] = "➢",
        [0xDF] = "←",
        [0xE0] = "→",
        [0xE1] = "↑",
        [0xE2] = "↓",
        [0xE8] = "➔",
        [0xF3] = "⇔",
        [0xFB] = "✗",
        [0xFC] = "✓",
        [0xFD] = "☒",
        [0xFE] = "☑",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> Symbol = new Dictionary<int, string>
    {
        [0xA3] = "≤",
        [0xA5] = "∞",
        [0xAB] = "↔",
        [0xAC] = "←",
        [0xAD] = "↑",
        [0xAE] = "→",
        [0xAF] = "↓",
        [0xB0] = "°",
        [0xB1] = "±",
        [0xB3] = "≥",
        [0xB4] = "×",
        [0xB7] = "•",
        [0xB8] = "÷",
        [0xB9] = "≠",
        [0xBB] = "≈",
        [0xD6] = "√",
    }.ToFrozenDictionary();

    /// <summary>The character of an element <c>sym</c>; <c>null</c> if it is not known.</summary>
    public static string? TextOf(XElement symbol)
    {
        if (!int.TryParse(
            symbol.Value("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        var own = code >= PrivateUse ? code - PrivateUse : code;
        return symbol.Value("font")?.ToUpperInvariant() switch
        {
            "WINGDINGS" => Wingdings.GetValueOrDefault(own),
            "SYMBOL" => Symbol.GetValueOrDefault(own),
            _ when code is >= 0x20 and < 0xD800 => char.ConvertFromUtf32(code),
            _ => null,
        };
    }
}
