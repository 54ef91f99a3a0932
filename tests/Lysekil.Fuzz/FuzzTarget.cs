using System.Text;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Fuzz;

/// <summary>A kind of files, and what the engine does with one of them.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Corpus">The files that are mutated.</param>
/// <param name="Tokens">What mutations put into files.</param>
/// <param name="Read">Reads a file as a publish does; whatever it throws is a finding.</param>
internal sealed record FuzzTarget(
    string Name, IReadOnlyList<byte[]> Corpus, IReadOnlyList<byte[]> Tokens, Action<byte[]> Read)
{
    private static readonly DateTimeOffset Created = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("pictures", SampleCorpus.Pictures(), SampleCorpus.PictureTokens, ReadPicture),
        new("texts", [.. SampleCorpus.Texts.Select(Encoding.UTF8.GetBytes)], SampleCorpus.TextTokens, ReadText),
    ];

    /// <summary>The mutated file of a seed, always the same.</summary>
    public byte[] FileOf(int seed) => new Mutator(new Random(seed)).Mutate(Corpus, Tokens);

    /// <summary>An accepted picture must give all copies that pages promise.</summary>
    private static void ReadPicture(byte[] file)
    {
        if (PictureFile.Read(file, ContentHash.Of(file)).Picture is not { } picture)
        {
            return;
        }

        _ = picture.IsStill ? PictureFile.ToSame(file, picture.Shown.Width) : PictureFile.ToBare(file);
        foreach (var width in picture.Widths)
        {
            PictureFile.ToWebP(file, width);
        }
    }

    private static void ReadText(byte[] file)
    {
        var path = new SourcePath("artiklar/2026-05-01-kajen.md");
        ManuscriptReader.Read(path, file, Created, Zone).Text?.ToHtml();
    }
}
