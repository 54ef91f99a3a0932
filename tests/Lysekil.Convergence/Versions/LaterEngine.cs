using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Versions;

/// <summary>
/// A double of a later version of the engine. It sits between today's engine and its storage, so the engine needs no
/// code for it. The later version has other rules and refuses long texts, has another column in the record of each
/// source, makes other pages, and makes one more.
/// </summary>
internal static class LaterEngine
{
    public static SiteStorage Over(SiteStorage storage) => storage with
    {
        Content = new StricterSources(storage.Content),
        Index = new LaterTable(storage.Index),
        Web = new LaterPages(storage.Web),
    };

    public static SiteStorage Of(EngineGeneration generation, SiteStorage storage) =>
        generation == EngineGeneration.Later ? Over(storage) : storage;
}
