using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Export;

/// <summary>Writes the website to a folder, so that the folder holds exactly the site.</summary>
internal sealed class SiteExport(IBlobContainer web)
{
    /// <summary>
    /// Brings a folder in step with the site. The folder is new, empty, or an earlier export. A file that has not
    /// changed is not written. After a cancellation, the next export completes the folder.
    /// </summary>
    /// <exception cref="RunnerException">The folder holds files that no export has written.</exception>
    public async Task<ExportReport> WriteAsync(string folder, CancellationToken cancellation)
    {
        folder = Path.GetFullPath(folder);
        var earlier = Claim(folder);
        var names = new SortedSet<string>(
            await web.ListAllAsync(cancellation).Select(b => b.Name).ToListAsync(cancellation), StringComparer.Ordinal);
        var files = names
            .Select(name => (Name: name, Path: ExportPath.Find(folder, name)))
            .ToLookup(file => file.Path is not null);

        // The manifest comes first, with the old names and the new: a folder stays an export if the process dies.
        ExportManifest.Write(folder, names.Union(earlier, StringComparer.Ordinal));
        var removed = Remove(folder, earlier.Except(names, StringComparer.Ordinal));
        var written = 0;
        await Parallel.ForEachAsync(
            files[true],
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (file, stop) =>
            {
                if (await WriteFileAsync(file.Name, file.Path!, stop))
                {
                    Interlocked.Increment(ref written);
                }
            });
        ExportManifest.Write(folder, files[true].Select(file => file.Name));
        return new ExportReport(files[true].Count(), written, removed, [.. files[false].Select(file => file.Name)]);
    }

    private static IReadOnlyList<string> Claim(string folder)
    {
        if (File.Exists(folder))
        {
            throw new RunnerException($"{folder} is a file.", "Name a folder to export to.");
        }

        Directory.CreateDirectory(folder);
        return ExportManifest.Read(folder) ?? (Directory.EnumerateFileSystemEntries(folder).Any()
            ? throw new RunnerException(
                $"{folder} is not empty, and no export has written what it holds.",
                "Name a new folder, or empty this one yourself: an export removes what the site no longer has.")
            : []);
    }

    private static int Remove(string folder, IEnumerable<string> names)
    {
        var removed = 0;
        foreach (var path in names.Select(name => ExportPath.Find(folder, name)).Where(File.Exists))
        {
            File.Delete(path!);
            removed++;
            for (var parent = Path.GetDirectoryName(path)!;
                parent.Length > folder.Length && !Directory.EnumerateFileSystemEntries(parent).Any();
                parent = Path.GetDirectoryName(parent)!)
            {
                Directory.Delete(parent);
            }
        }

        return removed;
    }

    private async Task<bool> WriteFileAsync(string name, string path, CancellationToken cancellation)
    {
        await using var blob = await web.OpenAsync(name, cancellation);
        if (blob is null)
        {
            return false;
        }

        using var bytes = new MemoryStream();
        await blob.Decoded.CopyToAsync(bytes, cancellation); // A folder keeps no headers that tell of a coding.
        var content = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (File.Exists(path) && new FileInfo(path).Length == content.Length
            && (await File.ReadAllBytesAsync(path, cancellation)).AsSpan().SequenceEqual(content.Span))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content, cancellation);
        return true;
    }
}
