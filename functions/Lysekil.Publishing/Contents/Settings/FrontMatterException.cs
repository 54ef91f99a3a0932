namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Settings that are well formed and still cannot be used; the message is for their editor.</summary>
/// <param name="line">The line in the settings, from 0.</param>
/// <param name="message">What is wrong, in Swedish.</param>
/// <param name="remedy">How to mend it; <c>null</c> to have the line examined, as for malformed YAML.</param>
internal sealed class FrontMatterException(int line, string message, string? remedy = null) : Exception(message)
{
    public int Line => line;

    public string? Remedy => remedy;
}
