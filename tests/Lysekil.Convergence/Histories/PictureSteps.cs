using System.Text;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// Three pictures are uploaded, replaced and deleted, before and after the articles that show them. One of them
/// stands in for another as long as that is missing, and some articles hold pictures themselves.
/// </summary>
internal static class PictureSteps
{
    public static readonly string[] Pictures = ["bilder/x.png", "artiklar/y.png", "artiklar/bilder/x.png"];

    public static readonly byte[][] Files =
        [SamplePicture.Png(3, 2), SamplePicture.Png(2, 3), "<script>"u8.ToArray()];

    private static readonly string[] PicturesInTexts =
        [.. Files[..2].Select(p => $"data:image/png;base64,{Convert.ToBase64String(p)}")];

    public static IEnumerable<EditorStep> Next(Random random, Dictionary<string, byte[]> last)
    {
        var path = random.Next(2) == 0 ? random.GetItems(Pictures, 1)[0] : HistoryGenerator.Articles[random.Next(2)];
        if (last.ContainsKey(path) && random.Next(4) == 0)
        {
            return [HistoryGenerator.Delete(last, path)];
        }

        if (Pictures.Contains(path))
        {
            return [HistoryGenerator.Upload(last, path, random.GetItems(Files, 1)[0])];
        }

        var text = random.Next(8) switch
        {
            0 => "---\ntitle: Trasig\n",
            1 => "# Rubrik\n\nText.\n",
            2 => "---\nimage: /bilder/x.png\nimage_alt: X\n---\n# Rubrik\n\nText.\n",
            3 => "---\nimage: bilder/x.png\nimage_alt: X\n---\n# Rubrik\n\nText.\n",
            4 => "# Rubrik\n\n![X](bilder/x.png) ![X](/bilder/x.png)\n",
            5 => $"# Rubrik\n\n![X][bild]\n\n[bild]: <{PicturesInTexts[0]}>\n",
            6 => $"# Rubrik\n\n![X]({PicturesInTexts[0]}) ![Y]({PicturesInTexts[1]})\n",
            var n => $"# Rubrik {n}\n\n![X](/bilder/x.png) ![Y](/artiklar/y.png)\n",
        };
        return [HistoryGenerator.Upload(last, path, Encoding.UTF8.GetBytes(text))];
    }
}
