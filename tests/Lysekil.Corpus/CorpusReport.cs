using System.Globalization;

namespace Lysekil.Corpus;

/// <summary>How often pages differ, by kind, and the files that lose words without a remark.</summary>
internal sealed class CorpusReport
{
    private const int MostFiles = 50;
    private const int MostWords = 12;

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _silent = [];

    public bool HasSilentLosses => _silent.Count > 0;

    public void Add(string file, PageComparison comparison)
    {
        _counts[comparison.Kind] = _counts.GetValueOrDefault(comparison.Kind) + 1;
        if (comparison.IsSilent)
        {
            _silent.Add($"{file}: {string.Join(' ', comparison.Lost.Take(MostWords))}");
        }
    }

    public void WriteTo(TextWriter output)
    {
        foreach (var (kind, count) in _counts)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6}  {kind}"));
        }

        foreach (var file in _silent.Take(MostFiles))
        {
            output.WriteLine(file);
        }
    }
}
