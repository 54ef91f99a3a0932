namespace Lysekil.Publishing.Index;

public enum ClaimKind
{
    /// <summary>It stands there.</summary>
    Live,

    /// <summary>It would stand there if no smaller path did.</summary>
    Waiting,

    /// <summary>It stood there once, or its settings name the address: the page leads to where it is now.</summary>
    Redirect,
}
