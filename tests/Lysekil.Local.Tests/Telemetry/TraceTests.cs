using Azure.Storage.Blobs;
using Lysekil.Local.Storage;
using Lysekil.Local.Tests.Runner;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Telemetry;

/// <summary>The trace of an upload, as the runner shows it and sends it to a collector.</summary>
public sealed class TraceTests : IDisposable
{
    private const string Name = "artiklar/2019-10-05-valkyriornas-hostmote.md";

    private readonly TemporaryFolder _content = new();
    private readonly TemporaryFolder _data = new();
    private readonly EmulatorPorts _ports = FreePorts.Three();

    public void Dispose()
    {
        _content.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task An_upload_is_one_connected_trace()
    {
        _content.Write("site.yaml", "title: Provkommunen\nbaseUrl: https://prov.example\n");
        using var collector = new OtlpCollector();
        await using var runner = RunnerProcess.Start(
            "--content", _content.FullPath, "--data", _data.FullPath, "--port", "0", "--azurite-port", $"{_ports.Blob}",
            "--trace", "--otlp", collector.Address.AbsoluteUri);
        await runner.Address;
        await RunnerProcess.SettledAsync(_ports); // The pages of every site belong to another trace.

        await new BlobContainerClient(_ports.ConnectionString, StorageNames.Content)
            .UploadBlobAsync(Name, BinaryData.FromString("# Valkyriornas höstmöte\n\nUnder kvällen.\n"));
        string[] written =
        [
            "2019/10/valkyriornas-hostmote/index.html", "nyhetsarkiv/2019/10/index.html",
            "nyhetsarkiv/2019/index.html", "index.html", "rss.xml", "sitemap-2019-10.xml",
        ];
        var lines = await TraceOfAsync(runner, [.. written.Select(page => $"└ refresh {page} ")]);

        Assert.Equal(1, lines.Count(line => !line.Contains('└', StringComparison.Ordinal)));
        Assert.Contains($" ms  event {Name} ", lines[0], StringComparison.Ordinal);
        Assert.Contains($" ms  └ publish {Name} ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(" published", lines[1], StringComparison.Ordinal);
        Assert.Equal(0, await runner.StopAsync());
        Assert.Matches(@"lysekil\.upload_to_live +1 times, \d+\.\d\d s on average", runner.Output);
        Assert.Matches(@"lysekil\.publishes published +2\n", runner.Output);
        Assert.Contains("publish", collector.Received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains(Name, collector.Received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("lysekil.upload_to_live", collector.Received["/v1/metrics"], StringComparison.Ordinal);
    }

    /// <summary>The lines of the upload's trace, once they contain all of the wanted ones.</summary>
    private static async Task<IReadOnlyList<string>> TraceOfAsync(RunnerProcess runner, IReadOnlyList<string> wanted)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var trace = runner.Output.Split('\n')
                .SkipWhile(line => !line.Contains("event " + Name, StringComparison.Ordinal))
                .TakeWhile(line => line.TrimStart().StartsWith('+'))
                .Select(line => line.TrimEnd())
                .ToList();
            if (wanted.All(part => trace.Exists(line => line.Contains(part, StringComparison.Ordinal))))
            {
                return trace;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"The trace is not whole:\n{runner.Output}");
        return [];
    }
}
