namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>
/// Uploads and messages of an attacker, by kind: text, Markdown, front matter, names, assets, templates, messages. Each
/// is refused with a clear diagnostic in Swedish, or published if it is harmless, in bounded time and memory, and
/// without delaying anything else. The tests run alone, since they measure the time of the process.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HostileInputCollection
{
    public const string Name = "Hostile input";
}
