// Compares the words on the pages of a folder of Markdown files with those that CommonMark alone shows of the files:
//   dotnet run --project tests/Lysekil.Corpus -- FOLDER [--files]
using Lysekil.Corpus;
using Spectre.Console;

if (args is not [var folder, .. var options] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/Lysekil.Corpus -- FOLDER [--files]");
    Console.Error.WriteLine("  --files  names each file that is refused or lacks words");
    return 2;
}

var comparisons = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
    .Order(StringComparer.Ordinal)
    .AsParallel().AsOrdered()
    .Select(file => Comparison.Of(Path.GetRelativePath(folder, file), File.ReadAllBytes(file)))
    .ToList();

AnsiConsole.Profile.Width = 4096; // No line is broken.
var table = new Table { Border = TableBorder.Markdown };
table.AddColumns("outcome", "kind", "files", "words", "for example");
foreach (var group in comparisons
    .GroupBy(c => (c.Outcome, c.Kind))
    .OrderBy(g => g.Key.Outcome).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Kind, StringComparer.Ordinal))
{
    var example = group.First();
    table.AddRow([.. new[]
    {
        group.Key.Outcome.ToString(),
        group.Key.Kind,
        $"{group.Count()}",
        $"{group.Sum(c => c.Missing.Count)}",
        group.Key.Outcome == Outcome.Same ? "" : $"{example.File}: {string.Join(' ', example.Missing.Take(5))}",
    }.Select(Markup.Escape)]);
}

AnsiConsole.Write(table);
if (options.Contains("--files"))
{
    foreach (var comparison in comparisons.Where(c => c.Outcome != Outcome.Same))
    {
        var missing = string.Join(' ', comparison.Missing.Take(20));
        Console.WriteLine($"{comparison.Outcome} {comparison.Kind} {comparison.File}: {missing}");
    }
}

var silent = comparisons.Count(c => c.Outcome == Outcome.Silent);
Console.WriteLine($"{comparisons.Count} files, {silent} lack words without a remark.");
return silent == 0 ? 0 : 1;
