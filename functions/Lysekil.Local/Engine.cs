using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Local;

/// <summary>Sets the engine up as the function app does, but silent: the runner speaks for it.</summary>
internal static class Engine
{
    public static PublishingEngine On(SiteStorage storage, TimeProvider clock, bool isBulk = false) =>
        new(storage, clock, NullLoggerFactory.Instance, isBulk);
}
