namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>
/// What somebody might upload or send to do harm, by kind: files of text, Markdown, front matter, names, assets, templates,
/// messages. Each gets a clear answer, in Swedish, or is published as the harmless thing that it is; within a second, in
/// bounded memory, and while everything else goes on. Alone, since the process's own time is measured.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HostileInputCollection
{
    public const string Name = "Hostile input";
}
