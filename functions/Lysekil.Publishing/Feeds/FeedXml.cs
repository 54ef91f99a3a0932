using System.Text;
using System.Xml;
using Lysekil.Publishing.Pages;

namespace Lysekil.Publishing.Feeds;

/// <summary>Writes XML as feeds need it: UTF-8 without a mark, the same bytes each time.</summary>
internal static class FeedXml
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
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return RenderedPage.Text(Encoding.UTF8.GetString(buffer.ToArray()) + "\n", contentType);
    }
}
