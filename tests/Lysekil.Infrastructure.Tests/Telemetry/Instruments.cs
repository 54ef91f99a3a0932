using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Infrastructure.Tests.Telemetry;

/// <summary>The instruments of the engine's meter, as the code creates them.</summary>
internal static class Instruments
{
    /// <summary>The description of each instrument by its name.</summary>
    public static IReadOnlyDictionary<string, string> Descriptions { get; } = Created();

    /// <summary>The names in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Descriptions.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Created()
    {
        var descriptions = new Dictionary<string, string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == PublishingMeter.Name)
                {
                    descriptions.Add(instrument.Name, instrument.Description!);
                }
            },
        };
        RuntimeHelpers.RunClassConstructor(typeof(PublishingMeter).TypeHandle);
        listener.Start();
        return descriptions;
    }
}
