namespace Lysekil.Desk.Writing;

/// <summary>The buttons of the editor's form: one saves, the others show the same bytes in the other view.</summary>
internal static class EditorButton
{
    public const string Field = "knapp";
    public const string Save = "spara";
}
