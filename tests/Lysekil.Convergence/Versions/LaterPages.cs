using System.Text;
using Lysekil.Convergence.Defects;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Versions;

/// <summary>
/// The website as another version of the engine writes it: each HTML page ends differently, and there is one more page.
/// </summary>
public sealed class LaterPages(IBlobContainer pages) : DelegatingContainer(pages)
{
    public const string End = "<!-- later -->\n";

    /// <summary>A page that today's engine does not know, and so deletes.</summary>
    public const string Another = "senare/index.html";

    /// <summary>The page with which the other one is written: every site has it, and every rebuild renders it.</summary>
    private const string Bearer = "404.html";

    private const string Mark = "later ";

    private const string Earlier = "earlier ";

    public override async Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation)
    {
        if (await base.FindAsync(name, cancellation) is not { } found)
        {
            return null;
        }

        var isWhole = name != Bearer || await base.FindAsync(Another, cancellation) is not null;
        return isWhole ? Seen(found) : found with { Headers = found.Headers with { Hash = Earlier } };
    }

    public override async Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        await base.OpenAsync(name, cancellation) is { } reading
            ? reading with { Properties = Seen(reading.Properties) }
            : null;

    public override async Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        if (!IsHtml(name))
        {
            return await base.WriteAsync(name, content, headers, expected, cancellation);
        }

        if (name == Bearer)
        {
            var there = await base.FindAsync(Another, cancellation);
            using var another = new MemoryStream(Encoding.UTF8.GetBytes(End));
            await base.WriteAsync(Another, another, headers, there?.ETag, cancellation);
        }

        using var other = new MemoryStream();
        await content.CopyToAsync(other, cancellation);
        other.Write(Encoding.UTF8.GetBytes(End));
        other.Position = 0;
        return await base.WriteAsync(name, other, headers with { Hash = Mark + headers.Hash }, expected, cancellation);
    }

    /// <summary>It needs the other page, and so does not list it among those that may be needed no more.</summary>
    public override async Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation)
    {
        var slice = await base.ListAsync(most, continuation, cancellation);
        return slice with { Blobs = [.. slice.Blobs.Where(b => b.Name != Another).Select(Seen)] };
    }

    /// <summary>A page of today's engine has a hash that none of this one has.</summary>
    private static BlobProperties Seen(BlobProperties page)
    {
        if (!IsHtml(page.Name) || page.Headers.Hash is not { } hash)
        {
            return page;
        }

        var seen = hash.StartsWith(Mark, StringComparison.Ordinal) ? hash[Mark.Length..] : Earlier + hash;
        return page with { Headers = page.Headers with { Hash = seen } };
    }

    private static bool IsHtml(string name) => name.EndsWith(".html", StringComparison.Ordinal);
}
