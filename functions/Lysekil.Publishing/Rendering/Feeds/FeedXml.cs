using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>Writes XML as feeds need it: UTF-8 without a mark, the same bytes each time.</summary>
internal static partial class FeedXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CheckCharacters = false,
    };

    /// <summary>Text alone.</summary>
    private static readonly XmlWriterSettings OfText = TextSettings();

    public static RenderedPage Render(string contentType, Action<XmlWriter> write) => Render(contentType, (xml, _) => write(xml));

    /// <param name="contentType">The feed's media type.</param>
    /// <param name="write">Writes it, most by the writer; what is at hand as bytes to the stream below (<see cref="WriteText"/>).</param>
    public static RenderedPage Render(string contentType, Action<XmlWriter, Stream> write)
    {
        var feed = PageBuffer.Collect(buffer =>
        {
            using (var xml = XmlWriter.Create(buffer, Settings))
            {
                xml.WriteStartDocument();
                write(xml, buffer);
                xml.WriteEndDocument();
            }

            buffer.WriteByte((byte)'\n');
        });
        return RenderedPage.Of(Readable(feed), contentType, RenderedPage.AskAgain);
    }

    /// <summary>Writes an article's text into the element that was begun.</summary>
    public static void WriteText(XmlWriter xml, Stream feed, FeedText text)
    {
        xml.WriteRaw(""); // Ends the begun tag, and tells that what follows is text, not to be indented.
        xml.Flush();
        feed.Write(text.Xml);
    }

    /// <summary>The bytes of an element's text.</summary>
    public static byte[] Escape(string text) => Readable(PageBuffer.Collect(buffer =>
    {
        using var xml = XmlWriter.Create(buffer, OfText);
        xml.WriteString(text);
    }));

    private static XmlWriterSettings TextSettings()
    {
        var settings = Settings.Clone();
        settings.ConformanceLevel = ConformanceLevel.Fragment;
        return settings;
    }

    /// <summary>Nearly every feed as it is: only what refers to some character is looked through.</summary>
    private static byte[] Readable(byte[] feed) =>
        feed.AsSpan().IndexOf("&#x"u8) < 0 ? feed : Encoding.UTF8.GetBytes(Unreadable().Replace(Encoding.UTF8.GetString(feed), ""));

    /// <summary>
    /// References to the characters that no XML may hold (XML 1.0, section 2.2), as the writer leaves them: one of them,
    /// in one article, such as Word's line break, would make the feed unreadable.
    /// </summary>
    [GeneratedRegex("&#x(?:[0-8BCEF]|1[0-9A-F]|FFF[EF]);", RegexOptions.CultureInvariant)]
    private static partial Regex Unreadable();
}
