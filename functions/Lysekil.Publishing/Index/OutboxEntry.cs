using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>
/// What a commit leaves to be done once it stands: it is committed with it, and deleted when done, so that no crash in
/// between forgets anything.
/// </summary>
public sealed record OutboxEntry
{
    public static OutboxEntry None { get; } = new();

    /// <summary>Pages whose refreshes are to be woken; their stale rows are part of the commit.</summary>
    public EquatableList<PageKey> Pages { get; init; } = [];

    /// <summary>Moments (as in the columns of rows) at which an article came, went or changed: its neighbours there may show it.</summary>
    public EquatableList<string> Positions { get; init; } = [];

    /// <summary>
    /// The latest date at which an article came, changed or went: the lists of the newest may show it there. <c>null</c> where
    /// none can.
    /// </summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>The topics whose lists of the newest may show it there, too.</summary>
    public EquatableList<Slug> Topics { get; init; } = [];

    /// <summary>Other sources to be published again, since a page that they want came free or was taken.</summary>
    public EquatableList<SourcePath> Others { get; init; } = [];

    /// <summary>Files that the text began or ended to use: the rows that say so are yet to be brought in step.</summary>
    public EquatableList<SourcePath> Assets { get; init; } = [];

    /// <summary>Whether the texts that use the file are to be published again, since it came, went or is another.</summary>
    public bool CallsUsers { get; init; }

    /// <summary>The date for which an alarm is to be set; <c>null</c> where none is. Of no account once the article has another.</summary>
    public DateTimeOffset? Alarm { get; init; }

    /// <summary>Both together; of two alarms, this one's, which is the later to be owed.</summary>
    public OutboxEntry And(OutboxEntry other) => new()
    {
        Pages = [.. Pages.Union(other.Pages)],
        Positions = [.. Positions.Union(other.Positions)],
        Newest = other.Newest > Newest ? other.Newest : Newest ?? other.Newest,
        Topics = [.. Topics.Union(other.Topics)],
        Others = [.. Others.Union(other.Others)],
        Assets = [.. Assets.Union(other.Assets)],
        CallsUsers = CallsUsers || other.CallsUsers,
        Alarm = Alarm ?? other.Alarm,
    };

    internal IReadOnlyDictionary<string, string> Write(string path) => new RowWriter()
        .Add("path", path)
        .Add("pages", [.. Pages.Select(p => p.Value)])
        .Add("positions", Positions)
        .Add("newest", Newest)
        .Add("topics", [.. Topics.Select(t => t.Value)])
        .Add("others", [.. Others.Select(p => p.Value)])
        .Add("assets", [.. Assets.Select(p => p.Value)])
        .Add("callsUsers", CallsUsers)
        .Add("alarm", Alarm)
        .Values;

    internal static OutboxEntry Read(IReadOnlyDictionary<string, string> columns) => new()
    {
        Pages = [.. columns.List("pages").Select(PublishedItemRow.Page)],
        Positions = [.. columns.List("positions")],
        Newest = columns.Moment("newest"),
        Topics = [.. columns.List("topics").Select(t => Slug.Parse(t)!)],
        Others = [.. columns.List("others").Select(p => new SourcePath(p))],
        Assets = [.. columns.List("assets").Select(p => new SourcePath(p))],
        CallsUsers = columns.Flag("callsUsers"),
        Alarm = columns.Moment("alarm"),
    };
}
