namespace Lysekil.Fuzz;

/// <summary>Changes files as transfers, tools and attackers do.</summary>
internal sealed class Mutator(Random random)
{
    private const int MostBytes = 64 << 10;

    /// <summary>Values at which numbers overflow, end or begin.</summary>
    private static readonly byte[] Edges = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF];

    /// <summary>Mutates one file of a corpus.</summary>
    /// <param name="corpus">The files.</param>
    /// <param name="tokens">What mutations put into files.</param>
    public byte[] Mutate(IReadOnlyList<byte[]> corpus, IReadOnlyList<byte[]> tokens)
    {
        var file = OneOf(corpus);
        for (var left = 1 << random.Next(5); left > 0; left--)
        {
            var (from, to) = Range(file.Length);
            file = random.Next(9) switch
            {
                0 => With(file, from, (byte)(At(file, from) ^ (1 << random.Next(8)))),
                1 => With(file, from, (byte)random.Next(256)),
                2 => With(file, from, Edges[random.Next(Edges.Length)]),
                3 => [.. file[..from], .. file[to..]],
                4 => [.. file[..to], .. file[from..]],
                5 => file[..to],
                6 => [.. file[..from], .. OneOf(tokens), .. file[from..]],
                7 => [.. file[..from], .. OneOf(tokens), .. file[Math.Min(file.Length, from + random.Next(5))..]],
                _ => Spliced(file, OneOf(corpus)),
            };
        }

        return file.Length <= MostBytes ? file : file[..MostBytes];
    }

    private static byte At(byte[] file, int at) => at < file.Length ? file[at] : (byte)0;

    private static byte[] With(byte[] file, int at, byte value)
    {
        if (at >= file.Length)
        {
            return [.. file, value];
        }

        byte[] changed = [.. file];
        changed[at] = value;
        return changed;
    }

    private byte[] Spliced(byte[] file, byte[] other) =>
        [.. file[..Range(file.Length).From], .. other[Range(other.Length).From..]];

    /// <summary>Mostly a short range, and often one near the start, where headers are.</summary>
    private (int From, int To) Range(int length)
    {
        var from = random.Next(random.Next(3) == 0 ? Math.Min(length, 64) + 1 : length + 1);
        var longest = random.Next(4) == 0 ? length : 16;
        return (from, Math.Min(length, from + random.Next(longest + 1)));
    }

    private T OneOf<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
