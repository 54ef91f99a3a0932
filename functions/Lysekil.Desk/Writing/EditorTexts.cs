namespace Lysekil.Desk.Writing;

/// <summary>What the editor's page says, in Swedish.</summary>
internal static class EditorTexts
{
    /// <summary>That other accounts write in the file; empty if none does.</summary>
    /// <param name="others">Their names.</param>
    public static string Of(IReadOnlyList<string> others) => others switch
    {
        [] => "",
        [var one] => $"{one} skriver också i den här filen just nu.",
        _ => $"{string.Join(", ", others.SkipLast(1))} och {others[^1]} skriver också i den här filen just nu.",
    };
}
