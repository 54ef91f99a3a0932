using System.Globalization;
using Lysekil.Desk.Layout;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Files;

/// <summary>A place in the list of files, in the order of the list: the last changed first, then by path.</summary>
internal readonly record struct FilePlace(DateTimeOffset Changed, SourcePath Path) : IComparable<FilePlace>
{
    public static FilePlace Of(ListedSource file) => new(file.Changed, file.Path);

    /// <summary>Reads a place from an address; <c>null</c> for one that makes no sense.</summary>
    public static FilePlace? Parse(string? text) =>
        text?.Split('-', 2) is [var ticks, var name]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var changed)
        && changed <= DateTimeOffset.MaxValue.Ticks
        && DeskPath.Readable(name) is { } path
            ? new FilePlace(new DateTimeOffset(changed, TimeSpan.Zero), path)
            : null;

    /// <summary>The order of the index's keys.</summary>
    public int CompareTo(FilePlace other) => other.Changed.CompareTo(Changed) is not 0 and var order
        ? order
        : string.CompareOrdinal(IndexKeys.Encode(Path.Value), IndexKeys.Encode(other.Path.Value));

    /// <summary>The place in an address.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Changed.UtcTicks}-{Path.Value}");
}
