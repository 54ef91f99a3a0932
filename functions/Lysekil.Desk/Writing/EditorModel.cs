using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Writing;

/// <summary>What the editor's page shows.</summary>
public sealed record EditorModel
{
    public required SourcePath Path { get; init; }

    /// <summary>The version that the next save replaces; <c>null</c> if there must be no such file.</summary>
    public required ETag? ETag { get; init; }

    /// <summary>The bytes that the fields show.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The settings one by one; <c>null</c> if the file is shown as a whole.</summary>
    public required EditableText? Text { get; init; }

    /// <summary>Why the settings cannot be shown one by one, in Swedish; <c>null</c> if they can.</summary>
    public string? Reason { get; init; }

    /// <summary>What saving would do; <c>null</c> for anything but an article or a standing page.</summary>
    public PreviewedText? Preview { get; init; }

    /// <summary>The topics in use, those with most articles first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>A link for readers without an account, and when it ends.</summary>
    public (string Address, DateTimeOffset Ends)? Link { get; init; }

    /// <summary>What became of the last attempt to save, in Swedish; <c>null</c> before any.</summary>
    public string? Message { get; init; }

    /// <summary>Says that the last attempt to save succeeded, and of what; empty if it did not.</summary>
    public string Saved { get; init; } = "";

    public bool IsSaved => Saved.Length > 0;

    /// <summary>The other version, where two were saved at once.</summary>
    public OtherVersion? Other { get; init; }

    /// <summary>The names of other accounts that write in the file at the moment.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public string Title => Preview?.Page?.Item.Title ?? Path.FileName;

    /// <summary>The file as text.</summary>
    public string WholeText => WholeFile.TextOf(Bytes.Span) ?? "";

    /// <summary>The number of the first line that the text field shows.</summary>
    public int FirstLine => Text?.BodyLine ?? 1;
}

/// <summary>A version that another account saved meanwhile.</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Account">The account that saved it; <c>null</c> if the desk does not know.</param>
/// <param name="Saved">When it was saved.</param>
public sealed record OtherVersion(string Text, string? Account, DateTimeOffset Saved);
