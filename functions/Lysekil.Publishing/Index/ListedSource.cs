using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>The lists that sources are in, so that neither pictures nor templates crowd articles out.</summary>
public enum SourceListKind
{
    /// <summary>Articles and standing pages.</summary>
    Text,

    /// <summary>Pictures and documents.</summary>
    Asset,

    /// <summary>Settings, templates, and files in a place where they mean nothing.</summary>
    Other,
}

/// <summary>A source in the editors' list of files.</summary>
/// <param name="Path">The source.</param>
/// <param name="State">What became of its newest version.</param>
/// <param name="Title">The title of its newest version; empty where there is none.</param>
/// <param name="Page">The live page; <c>null</c> where nothing of it is live.</param>
/// <param name="Changed">When its newest version was uploaded; of a deleted one, the last that there was.</param>
/// <param name="Date">When it was published or is to be; <c>null</c> for anything but an article.</param>
/// <param name="WaitsForPage">Whether it is refused only until another source gives up its page.</param>
/// <param name="Diagnostics">How many diagnostics it has.</param>
public sealed record ListedSource(
    SourcePath Path,
    SourceState State,
    string Title,
    PageKey? Page,
    DateTimeOffset Changed,
    DateTimeOffset? Date,
    bool WaitsForPage,
    int Diagnostics)
{
    public SourceListKind Kind => Path.Kind switch
    {
        SourceKind.Article or SourceKind.StandingPage => SourceListKind.Text,
        SourceKind.Asset => SourceListKind.Asset,
        _ => SourceListKind.Other,
    };

    /// <summary>The place of a source; <c>null</c> for one that is in no list.</summary>
    public static ListedSource? Of(SourceRecord record) => record.Changed is not { } changed ? null : new(
        record.Path,
        record.State,
        record.NewestTitle,
        record.Live?.Page,
        changed,
        record.ScheduledFor ?? record.Live?.Date,
        record.WaitsFor is not null,
        record.Diagnostics.Count);
}

/// <summary>The columns of a source in the list of files.</summary>
internal static class ListedSourceRow
{
    public static readonly RowCodec<ListedSource> Codec = new(Read);

    private static readonly Column<SourcePath> Path = Codec.Add("path", ColumnFormat.Path, s => s.Path);
    private static readonly Column<SourceState> State =
        Codec.Add("state", ColumnFormat.NameOf<SourceState>(), s => s.State);
    private static readonly Column<string> Title = Codec.Add("title", ColumnFormat.Text, s => s.Title);
    private static readonly Column<PageKey?> Page = Codec.Add("page", ColumnFormat.OptionalPage, s => s.Page);
    private static readonly Column<DateTimeOffset> Changed =
        Codec.Add("changed", ColumnFormat.Moment, s => s.Changed);
    private static readonly Column<DateTimeOffset?> Date =
        Codec.Add("date", ColumnFormat.OptionalMoment, s => s.Date);
    private static readonly Column<bool> WaitsForPage = Codec.Add("waits", ColumnFormat.Flag, s => s.WaitsForPage);
    private static readonly Column<int> Diagnostics = Codec.Add("remarks", ColumnFormat.Number, s => s.Diagnostics);

    private static ListedSource Read(RowReader row) => new(
        Path.Of(row),
        State.Of(row),
        Title.Of(row),
        Page.Of(row),
        Changed.Of(row),
        Date.Of(row),
        WaitsForPage.Of(row),
        Diagnostics.Of(row));
}
