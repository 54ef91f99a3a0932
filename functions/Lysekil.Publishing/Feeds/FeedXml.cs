using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Lysekil.Publishing.Pages;

namespace Lysekil.Publishing.Feeds;

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

    public static RenderedPage Render(string contentType, Action<XmlWriter> write)
    {
        var feed = PageBuffer.Collect(buffer =>
        {
            using (var xml = XmlWriter.Create(buffer, Settings))
            {
                xml.WriteStartDocument();
                write(xml);
                xml.WriteEndDocument();
            }

            buffer.WriteByte((byte)'\n');
        });
        return RenderedPage.Of(Readable(feed), contentType, RenderedPage.AskAgain);
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
