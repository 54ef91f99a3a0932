using System.Text.RegularExpressions;

namespace Lysekil.Local.Azurite;

/// <summary>Reads what Azurite prints: the address of each service that listens, and the reason of a failure.</summary>
internal sealed partial class AzuriteOutput
{
    private const int MostLines = 40;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = [];
    private readonly Dictionary<string, Uri> _addresses = [];
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when all three services listen.</summary>
    public Task Listening => _listening.Task;

    /// <summary>The last 40 lines.</summary>
    public string Text
    {
        get { lock (_lock) { return string.Join('\n', _lines); } }
    }

    /// <summary>The address of a service, by Azurite's name for it: <c>Blob</c>, <c>Queue</c>, <c>Table</c>.</summary>
    public Uri AddressOf(string service)
    {
        lock (_lock) { return _addresses[service]; }
    }

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MostLines) { _lines.Dequeue(); }
            if (Listens().Match(line) is { Success: true } match)
            {
                _addresses[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value);
            }

            if (_addresses.Count == 3) { _listening.TrySetResult(); }
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>\w+) service is successfully listening at (?<address>\S+)")]
    private static partial Regex Listens();
}
