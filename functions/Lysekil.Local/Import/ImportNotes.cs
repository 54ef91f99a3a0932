namespace Lysekil.Local.Import;

/// <summary>What an import could not keep.</summary>
internal sealed class ImportNotes
{
    private readonly List<(string Where, string What)> _notes = [];
    private readonly HashSet<(string, string)> _known = [];

    public IReadOnlyList<(string Where, string What)> All => _notes;

    /// <summary>Adds a note, unless there is the same one.</summary>
    /// <param name="where">A text's title or name, or what of the export it is.</param>
    /// <param name="what">One sentence.</param>
    public void Add(string where, string what)
    {
        if (_known.Add((where, what)))
        {
            _notes.Add((where, what));
        }
    }
}
