using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.History;

/// <summary>What became of a save or a deletion.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome() { }

    /// <summary>It was made.</summary>
    /// <param name="ETag">The version that the file has now; <c>null</c> once it is deleted.</param>
    public sealed record Saved(ETag? ETag) : SaveOutcome;

    /// <summary>Another account, or another program, was faster: nothing was changed.</summary>
    /// <param name="Current">The file as it is now; <c>null</c> if it is gone.</param>
    public sealed record Conflict(StoredSource? Current) : SaveOutcome;
}
