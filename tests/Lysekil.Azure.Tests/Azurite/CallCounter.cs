using Azure.Core;
using Azure.Core.Pipeline;

namespace Lysekil.Azure.Tests.Azurite;

/// <summary>Counts requests, retries included.</summary>
public sealed class CallCounter : HttpPipelineSynchronousPolicy
{
    private int _calls;

    public int Calls => _calls;

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _calls);

    public void Reset() => _calls = 0;
}
