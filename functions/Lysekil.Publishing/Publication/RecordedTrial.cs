using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// A trial whose outcome the record of a text tells: a picture in the text has ended a process before. It is decoded
/// neither here nor elsewhere, also on a first attempt, which would end with its process.
/// </summary>
internal sealed class RecordedTrial : IPictureTrial
{
    private readonly EquatableList<string> _fatal;
    private readonly IPictureTrial? _others;

    private RecordedTrial(EquatableList<string> fatal, IPictureTrial? others) => (_fatal, _others) = (fatal, others);

    /// <param name="past">The record of the text; <c>null</c> if the index holds none.</param>
    /// <param name="others">
    /// Decodes the pictures of which the record tells nothing; <c>null</c>: they need no trial.
    /// </param>
    public static IPictureTrial? Of(SourceRecord? past, IPictureTrial? others) =>
        FatalOf(past) is { Count: > 0 } fatal ? new RecordedTrial(fatal, others) : others;

    /// <summary>
    /// The names of the pictures that have ended a process. Other rules may come with another decoder, so what they
    /// found is forgotten.
    /// </summary>
    public static EquatableList<string> FatalOf(SourceRecord? past) =>
        past?.Rules == SourceValidator.RulesVersion ? past.FatalPictures : [];

    /// <inheritdoc/>
    public async Task<bool> SurvivesAsync(byte[] file, CancellationToken cancellation) =>
        !(EmbeddedPicture.NameOf(file) is { } name && _fatal.Contains(name))
        && (_others is null || await _others.SurvivesAsync(file, cancellation));
}
