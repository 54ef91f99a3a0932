using System.Text;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>One version of a blob.</summary>
/// <param name="Properties">Its properties.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Tags">Its index tags.</param>
public sealed record SimulatedBlob(
    BlobProperties Properties, ReadOnlyMemory<byte> Content, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The content without its coding, read as UTF-8.</summary>
    public string Text
    {
        get
        {
            if (Properties.Headers.ContentEncoding is null)
            {
                return Encoding.UTF8.GetString(Content.Span);
            }

            var reading = new BlobReading(Properties, new MemoryStream(Content.ToArray()));
            return new StreamReader(reading.Decoded, Encoding.UTF8).ReadToEnd();
        }
    }
}
