using System.Runtime.CompilerServices;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Writes or deletes whatever stands there.</summary>
internal sealed class UnconditionalChanges(IBlobContainer container, bool writes, bool deletes) : PassingContainer(container)
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

/// <summary>Says, in looking back, that the source still is what it was when it was opened.</summary>
internal sealed class BlindLookBack(IBlobContainer container, Spoiling spoiling) : PassingContainer(container)
{
    private sealed class Opened : Dictionary<string, BlobProperties?>;

    public override async Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation)
    {
        var opened = spoiling.Current()!.Memory<Opened>();
        var reading = await Container.OpenAsync(name, cancellation);
        opened[name] = reading?.Properties;
        return reading;
    }

    public override Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        spoiling.Current()!.Memory<Opened>().TryGetValue(name, out var seen)
            ? Task.FromResult(seen)
            : Container.FindAsync(name, cancellation);
}

/// <summary>Finds a page as it was before its stale row was found; together with <see cref="PagesBeforeIndexRows"/>.</summary>
internal sealed class PagesFoundEarly(IBlobContainer container, Spoiling spoiling) : PassingContainer(container)
{
    public sealed class Early : Dictionary<string, BlobProperties?>;

    public override Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        spoiling.Current()!.Memory<Early>().Remove(name, out var found) ? Task.FromResult(found) : Container.FindAsync(name, cancellation);
}

/// <summary>Finds a page when its stale row is asked for, before that is answered.</summary>
internal sealed class PagesBeforeIndexRows(ITable table, SiteStorage storage, Spoiling spoiling) : PassingTable(table)
{
    public override async Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        if (TableRows.PageOf(key) is { } page)
        {
            await FindEarlyAsync(page, cancellation);
        }

        return await Table.FindAsync(key, cancellation);
    }

    public override async IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var page in TableRows.PagesOf(range, spoiling.Current()))
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
        var early = spoiling.Current()!.Memory<PagesFoundEarly.Early>();
        early[page.BlobName] = await (page.IsDesk ? storage.Desk : storage.Web).FindAsync(page.BlobName, cancellation);
    }
}

/// <summary>Answers for an accepted content with what the source holds now.</summary>
internal sealed class LiveContent(IBlobContainer accepted, IBlobContainer content, Spoiling spoiling) : PassingContainer(accepted)
{
    public override async Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation)
    {
        var row = spoiling.Truth.Index.Rows.FirstOrDefault(r => r.Columns.GetValueOrDefault("accepted") == name && r.Columns.ContainsKey("path"));
        var live = row is null ? null : await content.OpenAsync(row.Columns["path"], cancellation);
        return live ?? await Container.OpenAsync(name, cancellation);
    }
}

/// <summary>Tags no version that has tags.</summary>
internal sealed class TagsToldOnce(IBlobContainer container, Spoiling spoiling) : PassingContainer(container)
{
    public override Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        spoiling.Truth.Content.Blobs.GetValueOrDefault(name) is { Tags.Count: > 0 }
            ? Task.FromResult(true)
            : Container.TagAsync(name, tags, cancellation);
}
