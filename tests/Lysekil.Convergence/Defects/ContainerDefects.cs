using System.Runtime.CompilerServices;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Writes or deletes a blob whatever its version.</summary>
internal sealed class UnconditionalChanges(IBlobContainer container, bool writes, bool deletes)
    : DelegatingContainer(container)
{
    public override async Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        if (!writes)
        {
            return await Container.WriteAsync(name, content, headers, expected, cancellation);
        }

        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        while (true)
        {
            bytes.Position = 0;
            if (await Container.WriteAsync(name, bytes, headers, expected, cancellation) is { } etag)
            {
                return etag;
            }

            expected = (await Container.FindAsync(name, cancellation))?.ETag;
        }
    }

    public override async Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation)
    {
        while (!await Container.DeleteAsync(name, expected, cancellation))
        {
            if (!deletes)
            {
                return false;
            }

            if (await Container.FindAsync(name, cancellation) is not { } found)
            {
                return true;
            }

            expected = found.ETag;
        }

        return true;
    }
}

/// <summary>Answers the look back after a commit with the version that the publisher opened.</summary>
internal sealed class StaleLookBack(IBlobContainer container, DefectContext context) : DelegatingContainer(container)
{
    private sealed class Opened : Dictionary<string, BlobProperties?>;

    public override async Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation)
    {
        var opened = context.Current()!.State<Opened>();
        var reading = await Container.OpenAsync(name, cancellation);
        opened[name] = reading?.Properties;
        return reading;
    }

    public override Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        context.Current()!.State<Opened>().TryGetValue(name, out var seen)
            ? Task.FromResult(seen)
            : Container.FindAsync(name, cancellation);
}

/// <summary>
/// Answers with the version that a page had before its stale row was read, together with <see
/// cref="PagesReadBeforeStaleRows"/>.
/// </summary>
internal sealed class EarlyPageAnswers(IBlobContainer container, DefectContext context) : DelegatingContainer(container)
{
    public sealed class Early : Dictionary<string, BlobProperties?>;

    public override Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        context.Current()!.State<Early>().Remove(name, out var found) ? Task.FromResult(found)
            : Container.FindAsync(name, cancellation);
}

/// <summary>Reads the version of a page just before its stale row is read.</summary>
internal sealed class PagesReadBeforeStaleRows(ITable table, SiteStorage storage, DefectContext context)
    : DelegatingTable(table)
{
    public override async Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        if (TableRows.PageOf(key) is { } page)
        {
            await FindEarlyAsync(page, cancellation);
        }

        return await Table.FindAsync(key, cancellation);
    }

    public override async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var page in TableRows.PagesOf(range, context.Current()))
        {
            await FindEarlyAsync(page, cancellation);
        }

        await foreach (var row in Table.QueryAsync(range, most, cancellation))
        {
            yield return row;
        }
    }

    private async Task FindEarlyAsync(PageKey page, CancellationToken cancellation)
    {
        var early = context.Current()!.State<EarlyPageAnswers.Early>();
        early[page.Value] = await storage.Web.FindAsync(page.Value, cancellation);
    }
}

/// <summary>Answers a read of an accepted content with the current content of its source.</summary>
internal sealed class LiveSourceContent(IBlobContainer accepted, IBlobContainer content, DefectContext context)
    : DelegatingContainer(accepted)
{
    public override async Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation)
    {
        var row = context.Truth.Index.Rows.FirstOrDefault(
            r => r.Columns.GetValueOrDefault("accepted") == name && r.Columns.ContainsKey("path"));
        var live = row is null ? null : await content.OpenAsync(row.Columns["path"], cancellation);
        return live ?? await Container.OpenAsync(name, cancellation);
    }
}

/// <summary>Does not change the tags of a version that has some.</summary>
internal sealed class TagsWrittenOnce(IBlobContainer container, DefectContext context) : DelegatingContainer(container)
{
    public override Task<bool> TagAsync(
        string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        context.Truth.Content.Blobs.GetValueOrDefault(name) is { Tags.Count: > 0 }
            ? Task.FromResult(true)
            : Container.TagAsync(name, tags, cancellation);
}
