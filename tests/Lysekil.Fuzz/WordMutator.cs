using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Lysekil.Simulation;

namespace Lysekil.Fuzz;

/// <summary>
/// Changes Word documents: mostly the XML of their parts, in a ZIP file that is whole, since a reader looks no further
/// into one that is not.
/// </summary>
internal sealed class WordMutator(Random random)
{
    private const int MostElements = 5_000;

    private static readonly DateTimeOffset Packed = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Picture = SamplePicture.Png();

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<w:p>", "</w:p>", "<w:r>", "<w:t>", "<w:tbl>", "<w:tc/>", "<w:sdt>", "<w:ins>", "w:val=\"", "\"/>", "&#0;",
            "&a;", "<!DOCTYPE a>", "<![CDATA[", "]]>", "<!--", "<?x?>", "\uFFFE", "xmlns:w=\"\"", "w:id=\"2\"", "---",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0x00, 0x3C], [0x50, 0x4B, 0x01, 0x02], [0x50, 0x4B, 0x05, 0x06], [0xFF, 0xFF, 0xFF, 0xFF],
    ];

    /// <summary>Values of attributes at which numbers and names overflow, end or begin.</summary>
    private static readonly string[] Values =
    [
        "", "0", "1", "-1", "2", "8", "9", "63", "64", "2147483647", "2147483648", "-2147483648", "99999999999", "on",
        "restart", "begin", "separate", "end", "drop", "Rubrik1", "Normal", "rPicture", "rLink", "heading 9", "bullet",
        "../../../x", "word/document.xml", "javascript:x", "HYPERLINK \"", "bild.png",
    ];

    private readonly Mutator _bytes = new(random);

    public byte[] Mutate()
    {
        var document = OneOf(WordCorpus.Documents);
        var parts = document.ToDictionary(p => p.Key, p => Encoding.UTF8.GetBytes(p.Value), StringComparer.Ordinal);
        parts[WordCorpus.Picture] = Picture;
        var way = random.Next(8);
        if (way == 0)
        {
            return _bytes.Mutate([Zip(parts)], Tokens);
        }

        for (var left = 1 << random.Next(3); left > 0; left--)
        {
            var name = random.Next(2) == 0 ? WordCorpus.Main : OneOf<string>([.. document.Keys]);
            if (random.Next(12) == 0)
            {
                parts.Remove(name);
            }
            else if (parts.TryGetValue(name, out var part))
            {
                parts[name] = way < 3 ? _bytes.Mutate([part], Tokens) : Changed(part);
            }
        }

        return Zip(parts);
    }

    private static byte[] Zip(Dictionary<string, byte[]> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = Packed; // The same file for the same seed.
                using var written = entry.Open();
                written.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>The part as XML that is still well-formed, with other elements and values.</summary>
    private byte[] Changed(byte[] part)
    {
        var root = XElement.Parse(Encoding.UTF8.GetString(part), LoadOptions.PreserveWhitespace);
        for (var left = 1 << random.Next(5); left > 0; left--)
        {
            Change(root);
        }

        return Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
    }

    private void Change(XElement root)
    {
        XElement[] elements = [.. root.Descendants().Take(MostElements)];
        if (elements.Length is 0 or MostElements)
        {
            return; // Copies of copies would grow without end.
        }

        var (one, other) = (OneOf(elements), OneOf(elements));
        switch (random.Next(8))
        {
            case 0:
                one.Remove();
                break;
            case 1:
                one.AddAfterSelf(new XElement(other));
                break;
            case 2:
                one.Add(new XElement(other));
                break;
            case 3:
                one.ReplaceWith(one.Nodes().ToArray());
                break;
            case 4:
                one.Name = other.Name;
                break;
            case 5:
                Nest(one);
                break;
            case 6 when one.Attributes().Any(IsFree):
                OneOf<XAttribute>([.. one.Attributes().Where(IsFree)]).Value = OneOf(Values);
                break;
            default:
                one.SetValue(OneOf(SampleCorpus.Texts)[..random.Next(40)]);
                break;
        }
    }

    /// <summary>Whether XML allows any value.</summary>
    private static bool IsFree(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XNamespace.Xml;

    /// <summary>Wraps an element in others of its name: mostly a few, sometimes more than a reader follows.</summary>
    private void Nest(XElement element)
    {
        var inner = new XElement(element);
        for (var levels = random.Next(random.Next(4) == 0 ? 400 : 6); levels > 0; levels--)
        {
            inner = new XElement(element.Name, element.Attributes(), inner);
        }

        element.ReplaceWith(inner);
    }

    private T OneOf<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
