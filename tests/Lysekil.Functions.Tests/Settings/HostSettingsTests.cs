using System.Globalization;
using Azure.Storage.Queues;
using Lysekil.Azure.Connections;
using Lysekil.Local.Pump;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;
using Microsoft.Extensions.Configuration;

namespace Lysekil.Functions.Tests.Settings;

public sealed class HostSettingsTests
{
    private readonly IConfiguration _host = SettingsFile.Read("host.json");

    [Fact]
    public void Messages_are_encoded_as_the_engine_encodes_them()
    {
        var encoding = Enum.Parse<QueueMessageEncoding>(Queues("messageEncoding"), ignoreCase: true);

        Assert.Equal(StorageClientOptions.Queues().MessageEncoding, encoding);
    }

    [Fact]
    public void Messages_are_taken_and_tried_as_in_the_local_runner()
    {
        var pump = new PumpOptions();

        Assert.Equal(pump.BatchSize, Number("batchSize"));
        Assert.Equal(pump.NewBatchThreshold, Number("newBatchThreshold"));
        Assert.Equal(pump.MaxDequeueCount, Number("maxDequeueCount"));
    }

    [Fact]
    public void A_message_is_tried_as_often_as_the_engine_and_the_simulation_say()
    {
        Assert.Equal(ReceivedMessage.MaxAttempts, Number("maxDequeueCount"));
        Assert.Equal(ReceivedMessage.MaxAttempts, SimulatedQueue.MaxAttempts);
    }

    [Fact]
    public void A_message_is_found_within_two_seconds_and_waits_between_its_attempts()
    {
        Assert.InRange(Time(Queues("maxPollingInterval")), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2));
        Assert.InRange(Time(Queues("visibilityTimeout")), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_function_has_the_time_that_every_hosting_plan_allows()
    {
        Assert.Equal(TimeSpan.FromMinutes(10), Time(_host["functionTimeout"]!));
    }

    [Fact]
    public void The_host_leaves_the_telemetry_of_functions_to_their_worker()
    {
        Assert.Equal("OpenTelemetry", _host["telemetryMode"]);
    }

    [Fact]
    public void The_host_shows_the_engine_s_information()
    {
        Assert.Equal("Information", _host["logging:logLevel:Function"]);
    }

    [Fact]
    public void Each_setting_is_in_the_documentation_with_its_value_and_a_reason()
    {
        var settings = _host.AsEnumerable().Where(setting => setting.Value is not null);

        // | `setting` | `value` | reason |
        var rows = SettingsFile.ReadLines("host-json.md")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.Equal(
            settings.ToDictionary(setting => setting.Key, setting => setting.Value),
            rows.ToDictionary(row => row[1].Trim('`'), row => (string?)row[2].Trim('`')));
        Assert.All(rows, row => Assert.NotEmpty(row[3]));
    }

    private string Queues(string setting) => _host[$"extensions:queues:{setting}"]!;

    private int Number(string setting) => int.Parse(Queues(setting), CultureInfo.InvariantCulture);

    private static TimeSpan Time(string value) => TimeSpan.ParseExact(value, "c", CultureInfo.InvariantCulture);
}
