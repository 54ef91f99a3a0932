using System.Xml.Linq;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// The pictures of a document. Each becomes a reference to a picture that is embedded in the text, or to a file beside
/// the document, of the name that the picture had when it was inserted, else of a name made of its content.
/// </summary>
internal sealed class WordPictures(WordPackage package, bool areEmbedded)
{
    private const int MostPictures = 200;

    /// <summary>Of all pictures together, unpacked: pictures hardly pack.</summary>
    private const int MostBytesOfAll = 2 * WordFile.MostBytes;

    private long _bytesLeft = MostBytesOfAll;
    private readonly Dictionary<string, WordPicture> _byPart = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Each picture once, in the order of the text.</summary>
    public List<WordPicture> All { get; } = [];

    /// <summary>Each picture that is embedded once, in the order of the text.</summary>
    public List<EmbeddedFile> Files { get; } = [];

    /// <summary>How many drawings, charts and embedded objects cannot be shown.</summary>
    public int Dropped { get; set; }

    /// <summary>Whether an element of a drawing, or of the older <c>pict</c>, refers to a picture.</summary>
    public static bool IsImage(XElement element) => element.Name.LocalName is "blip" or "imagedata";

    /// <summary>The part of a drawing of several pictures that holds one, with its name and description.</summary>
    public static XElement FrameOf(XElement image, XElement drawing) =>
        image.Ancestors().TakeWhile(a => a != drawing).FirstOrDefault(a => a.Name.LocalName is "pic" or "shape")
        ?? drawing;

    /// <summary>A picture; <c>null</c> if it is none that can be shown.</summary>
    /// <param name="image">The element that refers to it.</param>
    /// <param name="frame">What holds its name and description.</param>
    /// <param name="relationships">Of the part that the drawing belongs to.</param>
    public WordImage? Read(XElement image, XElement frame, WordRelationships relationships)
    {
        var id = image.Value("embed") ?? image.Value("id");
        if (relationships.Part(id) is not { } part)
        {
            return relationships.Address(image.Value("link") ?? id) is { } address
                ? new WordImage(DescriptionIn(frame), address)
                : null;
        }

        return Picture(part, NameIn(frame)) is { } picture
            ? new WordImage(DescriptionIn(frame), picture.FileName)
            : null;
    }

    private WordPicture? Picture(string part, string? name)
    {
        if (_byPart.TryGetValue(part, out var known))
        {
            return known;
        }

        var extension = Path.GetExtension(part).ToLowerInvariant();
        if (All.Count >= MostPictures
            || AssetType.Of(extension)?.StartsWith("image/", StringComparison.Ordinal) != true
            || package.ReadBytes(part, _bytesLeft) is not { } bytes)
        {
            return null;
        }

        _bytesLeft -= bytes.Length;
        if ((areEmbedded ? Embedded(part, bytes) : Beside(part, bytes, name, extension)) is not { } picture)
        {
            return null;
        }

        _byPart.Add(part, picture);
        All.Add(picture);
        return picture;
    }

    private WordPicture? Embedded(string part, byte[] bytes)
    {
        if (EmbeddedPicture.NameOf(bytes) is not { } name)
        {
            return null;
        }

        if (!Files.Exists(f => f.Name == name))
        {
            Files.Add(new EmbeddedFile(name, bytes, Line: null));
        }

        return new WordPicture(EmbeddedPicture.AddressOf(name), part);
    }

    private WordPicture Beside(string part, byte[] bytes, string? name, string extension)
    {
        var own = Usable(name, extension);
        var file = own is not null && !All.Exists(p => p.FileName.Equals(own, StringComparison.OrdinalIgnoreCase))
            ? own
            : $"bild-{ContentHash.Of(bytes).Value[..12]}{extension}";
        return new WordPicture(file, part);
    }

    /// <summary>The file's name as the picture remembers it, if it tells one picture from another.</summary>
    private static string? Usable(string? name, string extension)
    {
        var file = name?[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim() ?? "";
        var stem = Path.GetFileNameWithoutExtension(file).TrimEnd("0123456789 -_()".ToCharArray());
        var isOwn = stem.Length > 0 && stem.ToLowerInvariant() is not ("image" or "bild" or "picture" or "bildobjekt");
        var written = Path.GetExtension(file).ToLowerInvariant();
        return isOwn
            && AssetType.Of(written) == AssetType.Of(extension)
            && AssetType.Of(written) is not null
            && new SourcePath("artiklar/" + file).IsWellFormed
                ? file
                : null;
    }

    private static string? NameIn(XElement drawing) =>
        drawing.Descendants().FirstOrDefault(e => e.Name.LocalName == "cNvPr" && e.Value("name") is not null)
            .Value("name");

    /// <summary>The alternative text, for those that do not see the picture.</summary>
    private static string DescriptionIn(XElement drawing) =>
        drawing.Descendants()
            .Where(e => e.Name.LocalName is "docPr" or "cNvPr" or "shape")
            .Select(e => e.Value("descr") ?? e.Value("alt"))
            .FirstOrDefault(d => !string.IsNullOrWhiteSpace(d)) ?? "";
}

/// <summary>A picture at a place of the text.</summary>
/// <param name="Description">Plain text; empty if the document has none.</param>
/// <param name="Url">A file's name, or an address.</param>
internal sealed record WordImage(string Description, string Url)
{
    public string ToMarkdown(string? caption = null) => MarkdownEscape.Picture(Description, Url, caption);
}
