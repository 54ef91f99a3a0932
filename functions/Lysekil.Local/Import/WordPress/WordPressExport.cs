using System.Xml;
using System.Xml.Linq;

namespace Lysekil.Local.Import.WordPress;

/// <summary>An export of WordPress: "WordPress eXtended RSS", under Tools, Export.</summary>
/// <param name="Site">The address of the site; <c>null</c> if the export does not tell it.</param>
/// <param name="Authors">The names that readers know authors by, by login.</param>
/// <param name="Items">Everything else.</param>
internal sealed record WordPressExport(
    Uri? Site, IReadOnlyDictionary<string, string> Authors, IReadOnlyList<WordPressItem> Items)
{
    /// <exception cref="RunnerException">The file is no export.</exception>
    public static WordPressExport Read(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CheckCharacters = false, // Old posts hold control characters, which XML excludes.
            });
            var channel = XDocument.Load(reader).Root?.Element("channel");
            if (channel?.Elements().Any(e => e.Name.LocalName == "wxr_version") != true)
            {
                throw new RunnerException(
                    $"{path} is no export of WordPress.", "In WordPress: Tools, Export, All content; then that file.");
            }

            return Of(channel);
        }
        catch (XmlException broken)
        {
            throw new RunnerException(
                $"{path} cannot be read, line {broken.LineNumber}: {broken.Message}",
                "Export again; an export that was cut off lacks its end.");
        }
    }

    private static WordPressExport Of(XElement channel)
    {
        var authors = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var author in channel.Elements().Where(e => e.Name.LocalName == "author"))
        {
            var login = WordPressItem.Text(author, "wp", "author_login");
            var shown = WordPressItem.Text(author, "wp", "author_display_name");
            authors[login] = shown.Length > 0 ? shown : login;
        }

        var address = WordPressItem.Text(channel, "wp", "base_blog_url");
        address = address.Length > 0 ? address : WordPressItem.Text(channel, "", "link");
        return new WordPressExport(
            Uri.TryCreate(address, UriKind.Absolute, out var site) ? site : null,
            authors,
            [.. channel.Elements("item").Select(i => new WordPressItem(i))]);
    }
}
