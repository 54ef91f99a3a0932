using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Publishing;

/// <summary>An action with what it will do, before it is done.</summary>
public sealed record PlannedChange
{
    public required DeskAction Action { get; init; }

    public required SourcePath Path { get; init; }

    /// <summary>The version that the plan is about.</summary>
    public required ETag ETag { get; init; }

    /// <summary>The file afterwards; <c>null</c> if there is none, or if the action cannot be done.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>The file's name afterwards.</summary>
    public required SourcePath Target { get; init; }

    /// <summary>Why the action cannot be done, in Swedish; <c>null</c> if it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>What readers will see, in Swedish sentences.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>The first texts that use the file.</summary>
    public IReadOnlyList<SourcePath> Users { get; init; } = [];

    /// <summary>The texts that link to the page on which the file is live.</summary>
    public LinkingTexts Linking { get; init; } = LinkingTexts.None;

    /// <summary>Whether their links lead nowhere afterwards.</summary>
    public bool BreaksLinks { get; init; }

    /// <summary>The address of a text that is live and no longer will be; <c>null</c> if there is none.</summary>
    public string? LostUrl { get; init; }

    /// <summary>The date or the name that the editor wrote.</summary>
    public string Written { get; init; } = "";
}
