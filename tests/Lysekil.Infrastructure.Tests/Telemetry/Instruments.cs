using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Infrastructure.Tests.Telemetry;

/// <summary>What the engine measures: the instruments of its meter, as the code creates them.</summary>
internal static class Instruments
{
    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Created().Order(StringComparer.Ordinal)];

    private static List<string> Created()
    {
        var names = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == PublishingMeter.Name) { names.Add(instrument.Name); }
            },
        };
        RuntimeHelpers.RunClassConstructor(typeof(PublishingMeter).TypeHandle);
        listener.Start();
        return names;
    }
}
