using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>
/// An article's full text as the formats of feeds encode it. Each form is encoded once and cached for as long as the
/// text is in use, since it is the same in each feed; those of a long text are encoded for each feed, and forgotten.
/// Safe for several threads.
/// </summary>
internal sealed class FeedText
{
    /// <summary>In characters.</summary>
    private const int MostKept = 100_000;

    private static readonly ConditionalWeakTable<string, FeedText> Known = [];

    private readonly string _html;
    private readonly Lazy<byte[]> _xml;
    private readonly Lazy<JsonEncodedText> _json;
    private Opened? _opened;

    private FeedText(string html)
    {
        _html = html;
        _xml = new(() => FeedXml.Escape(html));
        _json = new(() => Encoded(html));
    }

    /// <param name="html">With absolute URLs.</param>
    public static FeedText Of(string html) => Known.GetValue(html, static text => new FeedText(text));

    public bool IsEmpty => _html.Length == 0;

    /// <summary>The text of an XML element, escaped, in UTF-8.</summary>
    public ReadOnlySpan<byte> Xml => IsLong ? FeedXml.Escape(_html) : _xml.Value;

    public JsonEncodedText Json => IsLong ? Encoded(_html) : _json.Value;

    private bool IsLong => _html.Length > MostKept;

    /// <summary>The text behind what its page shows above it, which seldom changes: the last one is cached.</summary>
    /// <param name="opening">HTML with absolute URLs; may be empty.</param>
    public FeedText OpenedBy(string opening)
    {
        if (opening.Length == 0)
        {
            return this;
        }

        if (Volatile.Read(ref _opened) is { } last && last.By == opening)
        {
            return last.Text;
        }

        var opened = new Opened(opening, new FeedText(opening + _html));
        Volatile.Write(ref _opened, opened);
        return opened.Text;
    }

    private static JsonEncodedText Encoded(string html) =>
        JsonEncodedText.Encode(html, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private sealed record Opened(string By, FeedText Text);
}
