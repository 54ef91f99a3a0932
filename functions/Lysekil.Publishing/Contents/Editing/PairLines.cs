using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>The lines of a file with another mapping. The pairs that stay keep their lines.</summary>
/// <param name="file">The file.</param>
/// <param name="place">The setting.</param>
/// <param name="inner">The pairs in it; <c>null</c> if they do not stand on lines of their own.</param>
internal sealed class PairLines(FileText file, SettingPlace place, SettingsBlock? inner)
{
    /// <param name="old">The pairs as they are.</param>
    /// <param name="wanted">The pairs as they should be.</param>
    /// <returns><c>null</c> if the lines cannot be changed so.</returns>
    public List<string>? With(IReadOnlyList<WrittenPair> old, IReadOnlyList<WrittenPair> wanted)
    {
        if (inner is not null)
        {
            return inner.Places.Count != old.Count ? null
                : wanted.Count == 0 && inner.HoldsOnly(file, inner.Places) ? SettingsBlock.Without(file, place)
                : InBlock(inner.Places, old, wanted);
        }

        return place.Value is not var (start, end) ? null
            : wanted.Count == 0 ? SettingsBlock.Without(file, place)
            : old.Count == 0 ? SettingsBlock.WithBlock(file, place, wanted.Select(p => "  " + Written(p)))
            : InFlow(start, end, wanted);
    }

    /// <summary>A pair in one line, without its indent and its end.</summary>
    public static string Written(WrittenPair pair) =>
        $"{FrontMatterText.Scalar(pair.Key)}: {FrontMatterText.Scalar(pair.Value)}";

    private List<string> InFlow(int start, int end, IEnumerable<WrittenPair> wanted)
    {
        var lines = file.Lines.ToList();
        var line = lines[place.FirstLine];
        lines[place.FirstLine] = $"{line[..start]}{{ {string.Join(", ", wanted.Select(Written))} }}{line[end..]}";
        return lines;
    }

    /// <summary>Changes what lies between pairs that stay, beginning with the last of it.</summary>
    private List<string> InBlock(
        IReadOnlyList<SettingPlace> places, IReadOnlyList<WrittenPair> old, IReadOnlyList<WrittenPair> wanted)
    {
        var lines = file.Lines.ToList();
        var first = lines[places[0].FirstLine];
        var indent = first[..(first.Length - first.TrimStart(' ').Length)];
        foreach (var gap in PairGap.Between(old, wanted).Reverse())
        {
            var pairs = Math.Min(gap.OldCount, gap.NewCount);
            var added = wanted.Skip(gap.New + pairs).Take(gap.NewCount - pairs)
                .Select(p => indent + Written(p) + file.LineEnd).ToList();
            if (added.Count > 0)
            {
                var before = gap.Old + pairs - 1;
                var at = before < 0 ? places[0].FirstLine : places[before].LastLine + 1;
                SettingsBlock.EndLineBefore(lines, at, file.LineEnd);
                lines.InsertRange(at, added);
            }

            foreach (var gone in places.Skip(gap.Old + pairs).Take(gap.OldCount - pairs).Reverse())
            {
                lines.RemoveRange(gone.FirstLine, gone.LastLine - gone.FirstLine + 1);
            }

            for (var i = pairs - 1; i >= 0; i--)
            {
                Replace(lines, places[gap.Old + i], old[gap.Old + i], wanted[gap.New + i]);
            }
        }

        return lines;
    }

    private static void Replace(List<string> lines, SettingPlace at, WrittenPair old, WrittenPair pair)
    {
        var line = lines[at.FirstLine];
        var column = line.Length - line.TrimStart(' ').Length;
        if (at.Value is var (start, end))
        {
            var key = pair.Key == old.Key
                ? line[column..(at.Separator - 1)]
                : FrontMatterText.Scalar(pair.Key);
            var space = start == at.Separator ? " " : "";
            var value = pair.Value == old.Value ? line[start..end] : space + FrontMatterText.Scalar(pair.Value);
            lines[at.FirstLine] = line[..column] + key + line[(at.Separator - 1)..start] + value + line[end..];
            return;
        }

        var last = lines[at.LastLine];
        lines.RemoveRange(at.FirstLine, at.LastLine - at.FirstLine + 1);
        lines.Insert(at.FirstLine, line[..column] + Written(pair) + last[FileText.Content(last).Length..]);
    }
}
