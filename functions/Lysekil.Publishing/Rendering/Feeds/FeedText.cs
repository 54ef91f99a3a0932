using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>
/// An article's full text as the formats of feeds encode it. Each form is encoded once and cached for as long as the
/// text is in use, since it is the same in each feed. Safe for several threads.
/// </summary>
internal sealed class FeedText
{
    private static readonly ConditionalWeakTable<string, FeedText> Known = [];

    private readonly Lazy<byte[]> _xml;
    private readonly Lazy<JsonEncodedText> _json;

    private FeedText(string html)
    {
        IsEmpty = html.Length == 0;
        _xml = new(() => FeedXml.Escape(html));
        _json = new(() => JsonEncodedText.Encode(html, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
    }

    /// <param name="html">With absolute URLs.</param>
    public static FeedText Of(string html) => Known.GetValue(html, static text => new FeedText(text));

    public bool IsEmpty { get; }

    /// <summary>The text of an XML element, escaped, in UTF-8.</summary>
    public ReadOnlySpan<byte> Xml => _xml.Value;

    public JsonEncodedText Json => _json.Value;
}
