using System.Xml.Linq;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// Reads the runs of a paragraph: what is inserted counts, what is deleted or hidden does not, and comments are no
/// text.
/// </summary>
internal sealed class WordInlines(WordStyles styles, WordPictures pictures, WordNotes notes, WordFields fields)
{

    private List<XElement> _boxes = [];
    private List<WordImage> _floating = [];
    private List<WordImage> _inline = [];

    /// <summary>
    /// Takes the text boxes and pictures of what was read since the last call: pictures that stand beside the text, and
    /// pictures within its lines.
    /// </summary>
    public (IReadOnlyList<XElement> Boxes, IReadOnlyList<WordImage> Floating, IReadOnlyList<WordImage> Inline)
        TakeAnchored()
    {
        var taken = (_boxes, _floating, _inline);
        (_boxes, _floating, _inline) = ([], [], []);
        return taken;
    }

    /// <summary>Adds what an element holds.</summary>
    /// <param name="parent">A paragraph, or an element within one.</param>
    /// <param name="relationships">Of the part that the element belongs to.</param>
    /// <param name="into">Gets the content.</param>
    /// <param name="link">Where the content leads, if it is a link.</param>
    public void Read(XElement parent, WordRelationships relationships, InlineMarkdown into, string? link = null)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.WordName())
            {
                case "r":
                    ReadRun(child, relationships, into, link);
                    break;
                case "hyperlink":
                    Read(child, relationships, into, AddressOf(child, relationships) ?? link);
                    break;
                case "fldSimple":
                    Read(child, relationships, into, WordFields.LinkIn(child.Value("instr") ?? "") ?? link);
                    break;
                case "sdt" when child.Word("sdtPr").Toggle("showingPlcHdr") != true:
                case "ins" or "moveTo" or "smartTag" or "sdtContent" or "customXml" or "dir" or "bdo":
                    Read(child, relationships, into, link);
                    break;
                case "" when child.Name.LocalName is "oMath" or "oMathPara":
                    into.Add(FormulaOf(child));
                    break;
                case "" when child.Name.LocalName == "AlternateContent" && Chosen(child) is { } chosen:
                    Read(chosen, relationships, into, link);
                    break;
            }
        }
    }

    private static string FormulaOf(XElement formula) =>
        string.Concat(formula.Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value));

    private static string? AddressOf(XElement hyperlink, WordRelationships relationships)
    {
        var address = relationships.Address(hyperlink.Value("id"));
        var anchor = hyperlink.Value("anchor");
        return address is null || string.IsNullOrEmpty(anchor) || address.Contains('#', StringComparison.Ordinal)
            ? address
            : $"{address}#{anchor}";
    }

    /// <summary>The first alternative: the others show the same to older programs.</summary>
    private static XElement? Chosen(XElement alternatives) => alternatives.Elements().FirstOrDefault();

    private void ReadRun(XElement run, WordRelationships relationships, InlineMarkdown into, string? link)
    {
        var properties = run.Word("rPr");
        if (styles.Has(properties, "vanish") || styles.Has(properties, "webHidden"))
        {
            return;
        }

        var style = StyleOf(properties);
        foreach (var child in run.Elements())
        {
            var name = child.WordName();
            if (name == "fldChar")
            {
                fields.Mark(child.Value("fldCharType"));
            }
            else if (name == "instrText")
            {
                fields.AddInstruction(child.Value);
            }
            else if (fields.IsShown)
            {
                ReadContent(child, relationships, into, style, link ?? fields.Link);
            }
        }
    }

    private void ReadContent(
        XElement element, WordRelationships relationships, InlineMarkdown into, SpanStyles style, string? link)
    {
        switch (element.WordName())
        {
            case "t":
                into.Add(element.Value, style, link);
                break;
            case "tab" or "ptab":
                into.Add("\t", style, link);
                break;
            case "br" or "cr":
                into.AddLineBreak();
                break;
            case "sym" when WordSymbols.TextOf(element) is { } symbol:
                into.Add(symbol, style, link);
                break;
            case "sym":
                pictures.Dropped++;
                break;
            case "noBreakHyphen":
                into.Add("\u2011", style, link);
                break;
            case "softHyphen":
                into.Add("\u00AD", style, link);
                break;
            case "footnoteReference" or "endnoteReference" when element.Value("id") is { } id:
                into.AddMarkdown(notes.Refer(isEndnote: element.WordName() == "endnoteReference", id));
                break;
            case "drawing" or "pict":
                ReadDrawing(element, relationships, into, link);
                break;
            case "object":
                pictures.Dropped++;
                break;
            case "" when element.Name.LocalName == "AlternateContent" && Chosen(element) is { } chosen:
                foreach (var child in chosen.Elements())
                {
                    ReadContent(child, relationships, into, style, link);
                }

                break;
        }
    }

    private void ReadDrawing(XElement drawing, WordRelationships relationships, InlineMarkdown into, string? link)
    {
        // A box within a box is read with the outer one.
        var boxes = drawing.Descendants().Where(e => IsBox(e) && !IsInBox(e, drawing)).ToList();
        var images = drawing.Descendants().Where(e => WordPictures.IsImage(e) && !IsInBox(e, drawing)).ToList();
        _boxes.AddRange(boxes);
        if (boxes.Count + images.Count == 0)
        {
            pictures.Dropped++;
        }

        var isBeside = drawing.Elements().Any(e => e.Name.LocalName == "anchor");
        foreach (var element in images)
        {
            var frame = images.Count == 1 ? drawing : WordPictures.FrameOf(element, drawing);
            if (pictures.Read(element, frame, relationships) is not { } image)
            {
                pictures.Dropped++;
            }
            else if (isBeside)
            {
                _floating.Add(image);
            }
            else
            {
                _inline.Add(image);
                into.AddMarkdown(image.ToMarkdown(), link);
            }
        }
    }

    private static bool IsInBox(XElement element, XElement drawing) =>
        element.Ancestors().TakeWhile(a => a != drawing).Any(IsBox);

    private static bool IsBox(XElement element) => element.WordName() == "txbxContent";

    private SpanStyles StyleOf(XElement? properties)
    {
        if (properties is null)
        {
            return SpanStyles.None;
        }

        var style = SpanStyles.None;
        style |= styles.Has(properties, "b") ? SpanStyles.Bold : 0;
        style |= styles.Has(properties, "i") ? SpanStyles.Italic : 0;
        style |= styles.Has(properties, "strike") || styles.Has(properties, "dstrike") ? SpanStyles.Struck : 0;
        return style | properties.Word("vertAlign").Value() switch
        {
            "superscript" => SpanStyles.Raised,
            "subscript" => SpanStyles.Lowered,
            _ => SpanStyles.None,
        };
    }
}
