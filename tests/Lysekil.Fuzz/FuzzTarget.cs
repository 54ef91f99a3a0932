using System.Text;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Contents.Word;

namespace Lysekil.Fuzz;

/// <summary>A kind of files, and what the engine does with one of them.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Make">Makes a mutated file; the same for the same random numbers.</param>
/// <param name="Read">Reads a file as a publish does; whatever it throws is a finding.</param>
internal sealed record FuzzTarget(string Name, Func<Random, byte[]> Make, Action<byte[]> Read)
{
    private static readonly DateTimeOffset Created = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        Of("pictures", SampleCorpus.Pictures(), SampleCorpus.PictureTokens, ReadPicture),
        Of("texts", [.. SampleCorpus.Texts.Select(Encoding.UTF8.GetBytes)], SampleCorpus.TextTokens, ReadText),
        new("word", random => new WordMutator(random).Mutate(), ReadWord),
    ];

    /// <summary>The mutated file of a seed, always the same.</summary>
    public byte[] FileOf(int seed) => Make(new Random(seed));

    /// <param name="name">The name on the command line.</param>
    /// <param name="corpus">The files that are mutated.</param>
    /// <param name="tokens">What mutations put into files.</param>
    /// <param name="read">Reads a file.</param>
    private static FuzzTarget Of(
        string name, IReadOnlyList<byte[]> corpus, IReadOnlyList<byte[]> tokens, Action<byte[]> read) =>
        new(name, random => new Mutator(random).Mutate(corpus, tokens), read);

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
        ManuscriptReader.Read(path, file, Created, SiteSettings.Default.Region).Text?.ToHtml();
    }

    private static void ReadWord(byte[] file)
    {
        if (WordFile.Read(file).Text is not { } word)
        {
            return;
        }

        var reading = ManuscriptReader.Read(
            new SourcePath("artiklar/2026-05-01-kajen.docx"), word.Markdown, Created, SiteSettings.Default.Region);
        reading.Text?.ToHtml();
        foreach (var diagnostic in reading.Diagnostics)
        {
            word.Place(diagnostic);
        }

        WordFile.PicturesIn(file);
    }
}
