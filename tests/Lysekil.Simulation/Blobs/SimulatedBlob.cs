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
    /// <summary>The content, read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span);
}
