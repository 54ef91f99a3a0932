namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>Where a card stands on the front page.</summary>
internal enum CardPlace
{
    Plain,

    /// <summary>Above the other card of its slot.</summary>
    FirstOfPair,

    LastOfPair,

    /// <summary>Without a picture, and in a row of its own.</summary>
    Alone,
}
