using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.OpenDocument;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// The parts of a Word document: a ZIP file of XML (ECMA-376, part 2). Parts are unpacked only as far as the limits go,
/// whatever sizes the file states. An OpenDocument text is read as the document of Word that it becomes.
/// </summary>
/// <remarks>Not thread safe.</remarks>
internal sealed class WordPackage : IDisposable
{
    private const int MostParts = 5_000;
    private const int MostLevels = 250;

    /// <summary>A node takes some hundred bytes of memory.</summary>
    private const int MostNodes = 600_000;

    /// <summary>Of all XML together, unpacked: some twenty times what the longest text takes.</summary>
    private const int MostBytesOfXml = 15_000_000;

    private static readonly byte[] CentralHeader = [0x50, 0x4B, 0x01, 0x02];

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _bytesLeft = MostBytesOfXml;
    private int _nodesLeft = MostNodes;
    private IReadOnlyDictionary<string, XElement> _converted = new Dictionary<string, XElement>();

    private WordPackage(ZipArchive archive)
    {
        _archive = archive;
        foreach (var entry in archive.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <exception cref="WordException">The bytes are no Word document that can be read.</exception>
    public static WordPackage Open(byte[] bytes)
    {
        if (WordKind.RefusalOf(bytes) is { } refusal)
        {
            throw new WordException(refusal);
        }

        if (bytes.AsSpan().Count(CentralHeader) > MostParts)
        {
            throw new WordException(DiagnosticCatalog.WordTooLarge());
        }

        try
        {
            var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var package = new WordPackage(archive);
            package.ConvertOpenDocument();
            return package;
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw new WordException(DiagnosticCatalog.WordUnreadable());
        }
    }

    /// <summary>Converts an OpenDocument text (OASIS OpenDocument 1.3, part 2).</summary>
    /// <exception cref="WordException">It is encrypted, or cannot be read.</exception>
    private void ConvertOpenDocument()
    {
        const string Content = "content.xml";
        if (!_parts.ContainsKey(Content) || _parts.ContainsKey("[Content_Types].xml"))
        {
            return;
        }

        if (ReadXml("META-INF/manifest.xml")?.Descendants().Any(e => e.Name.LocalName == "encryption-data") == true)
        {
            throw new WordException(DiagnosticCatalog.WordEncrypted());
        }

        _converted = OdfText.ToWord(ReadXml(Content)!, ReadXml("styles.xml"));
    }

    /// <summary>The root element of a part; <c>null</c> if there is no such part.</summary>
    /// <exception cref="WordException">The part is no XML, or larger than a text can be.</exception>
    public XElement? ReadXml(string part)
    {
        if (_converted.TryGetValue(part, out var converted))
        {
            return converted;
        }

        if (!_parts.TryGetValue(part, out var entry))
        {
            return null;
        }

        try
        {
            using var xml = Unpack(entry, _bytesLeft);
            _bytesLeft -= xml.Length;
            CountNodes(xml);
            xml.Position = 0;
            using var reader = XmlReader.Create(xml, Settings);
            return XElement.Load(reader);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw new WordException(DiagnosticCatalog.WordUnreadable());
        }
    }

    /// <summary>The bytes of a part; <c>null</c> if there is no such part, or it is larger than the limit.</summary>
    public byte[]? ReadBytes(string part, long most)
    {
        try
        {
            return _parts.TryGetValue(part, out var entry) ? Unpack(entry, most).ToArray() : null;
        }
        catch (Exception broken) when (IsBroken(broken) || broken is WordException)
        {
            return null;
        }
    }

    public void Dispose() => _archive.Dispose();

    private static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static MemoryStream Unpack(ZipArchiveEntry entry, long most)
    {
        using var packed = entry.Open();
        var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = packed.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (bytes.Length + read > most)
            {
                throw new WordException(DiagnosticCatalog.WordTooLarge());
            }

            bytes.Write(buffer, 0, read);
        }

        bytes.Position = 0;
        return bytes;
    }

    /// <summary>Looks at the XML before it is loaded: it takes memory by nodes, and is walked by recursion.</summary>
    private void CountNodes(Stream xml)
    {
        using var reader = XmlReader.Create(xml, Settings);
        while (reader.Read())
        {
            _nodesLeft -= 1 + reader.AttributeCount;
            if (_nodesLeft < 0 || reader.Depth > MostLevels)
            {
                throw new WordException(DiagnosticCatalog.WordTooLarge());
            }
        }
    }

    /// <summary>Whether the library tells by this exception that the file is damaged.</summary>
    private static bool IsBroken(Exception fault) =>
        fault is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException;
}

/// <summary>Why a Word document cannot be read.</summary>
/// <param name="refusal">What its editor is told.</param>
internal sealed class WordException(Diagnostic refusal) : Exception(refusal.Message)
{
    public Diagnostic Refusal { get; } = refusal;
}
