using Lysekil.Azure;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Local;

/// <summary>Creates the engine as the function app does, but without logging: the runner reports on a screen.</summary>
internal static class EngineFactory
{
    public static PublishingEngine Create(
        SiteStorage storage, TimeProvider clock, bool isBulk = false, bool triesPictures = false) =>
        new(
            storage,
            clock,
            NullLoggerFactory.Instance,
            new PublishingOptions { IsBulk = isBulk, TriesPictures = triesPictures },
            trial: PictureTrialProcess.Of(typeof(EngineFactory).Assembly));
}
