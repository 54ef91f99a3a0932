using Lysekil.Corpus;

// Compares the words of each page that a folder of Markdown files gives with those that CommonMark alone shows.
if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("dotnet run --project tests/Lysekil.Corpus -- FOLDER");
    return 2;
}

var report = new CorpusReport();
foreach (var file in Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    report.Add(Path.GetRelativePath(folder, file), PageComparison.Of(File.ReadAllBytes(file)));
}

report.WriteTo(Console.Out);
return report.HasSilentLosses ? 1 : 0;
