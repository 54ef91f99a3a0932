namespace Lysekil.Desk.Layout;

/// <summary>The parts of the desk that its navigation names.</summary>
public enum DeskTab
{
    Files,
    NewArticle,
    Pictures,
    Settings,
    Audit,
}
