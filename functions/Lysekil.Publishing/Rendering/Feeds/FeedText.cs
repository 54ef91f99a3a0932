using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>
/// An article's full text, and how the formats of feeds write it: the same in each feed and each time, so each form is made
/// once, and kept for as long as the text is. Safe for several threads.
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

    /// <summary>As the text of an XML element, in UTF-8.</summary>
    public ReadOnlySpan<byte> Xml => _xml.Value;

    public JsonEncodedText Json => _json.Value;
}
