namespace Lysekil.Local.Import.Html;

/// <summary>The addresses, once a text is imported, of what the text links to and shows.</summary>
internal interface IHtmlTargets
{
    string Link(string url);
    string Picture(string url);
}
