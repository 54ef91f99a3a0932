namespace Lysekil.Publishing.Storage;

/// <summary>
/// Names one version of a blob or of a row (RFC 9110, section 8.8.3). Opaque: compare it, never read it.
/// </summary>
/// <param name="Value">The tag as the service gave it, quotes and weakness mark included.</param>
public readonly record struct ETag(string Value)
{
    public override string ToString() => Value;
}
