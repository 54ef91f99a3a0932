using Lysekil.Local.Storage;
using Lysekil.Publishing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Local;

/// <summary>Sets the engine up as the function app does, but silent: the runner speaks for it.</summary>
internal static class Engine
{
    public static PublishingEngine On(OpenStorage storage, TimeProvider clock) =>
        new(storage.Site, clock, NullLoggerFactory.Instance);
}
