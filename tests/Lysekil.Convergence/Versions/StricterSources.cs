using System.Text;
using Lysekil.Convergence.Defects;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Versions;

/// <summary>
/// The sources as an engine sees them that refuses texts and settings of more than 250 bytes: they begin with a
/// mistake.
/// </summary>
internal sealed class StricterSources(IBlobContainer sources) : DelegatingContainer(sources)
{
    private const int MostBytes = 250;

    /// <summary>Neither settings nor what stands above a text; no line after it ends it.</summary>
    private static readonly byte[] Mistake = Encoding.UTF8.GetBytes("---\nx: [\n");

    public override async Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation)
    {
        var reading = await base.OpenAsync(name, cancellation);
        if (reading is null || reading.Properties.Length <= MostBytes || !IsText(name))
        {
            return reading;
        }

        await using (reading)
        {
            var content = new MemoryStream();
            content.Write(Mistake);
            await reading.Content.CopyToAsync(content, cancellation);
            content.Position = 0;
            return new BlobReading(reading.Properties with { Length = content.Length }, content);
        }
    }

    private static bool IsText(string name) =>
        name.EndsWith(".md", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal);
}
