using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lysekil.Simulation;

/// <summary>
/// A container's blobs as text, by name. A text is decoded when it is asked for, since a test reads a few pages of a
/// whole site.
/// </summary>
internal sealed class BlobTexts(IReadOnlyDictionary<string, SimulatedBlob> blobs) : IReadOnlyDictionary<string, string>
{
    public IEnumerable<string> Keys => blobs.Keys;

    public IEnumerable<string> Values => blobs.Values.Select(blob => blob.Text);

    public int Count => blobs.Count;

    public string this[string key] => blobs[key].Text;

    public bool ContainsKey(string key) => blobs.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = blobs.GetValueOrDefault(key)?.Text;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        blobs.Select(blob => KeyValuePair.Create(blob.Key, blob.Value.Text)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
