using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Lysekil.Functions.Tests.Host.Rpc;

namespace Lysekil.Functions.Tests.Host;

/// <summary>The host's end of a worker's stream: pairs requests with responses, and keeps the logs.</summary>
internal sealed class WorkerChannel : FunctionRpc.FunctionRpcBase
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _unanswered = new();
    private readonly ConcurrentQueue<RpcLog> _logs = new();
    private readonly TaskCompletionSource<StreamingMessage> _started = NewResponse();
    private readonly TaskCompletionSource<StreamingMessage> _broken = NewResponse();

    public IReadOnlyCollection<RpcLog> Logs => _logs;

    /// <summary>Waits until the worker has opened its stream.</summary>
    public Task StartedAsync() => OrBrokenAsync(_started.Task);

    /// <summary>Sends a message that has no response.</summary>
    public void Send(StreamingMessage message) => Assert.True(_outgoing.Writer.TryWrite(message));

    /// <summary>Sends a request, and waits for its response.</summary>
    public Task<StreamingMessage> AskAsync(StreamingMessage request)
    {
        request.RequestId = Guid.NewGuid().ToString();
        var response = _unanswered[request.RequestId] = NewResponse();
        Send(request);
        return OrBrokenAsync(response.Task);
    }

    /// <summary>Fails all waits, present and future, since the worker is gone.</summary>
    public void Break(Exception reason) => _broken.TrySetException(reason);

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context)
    {
        var writing = WriteAsync(responseStream, context.CancellationToken);
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
        {
            if (message.ContentCase == StreamingMessage.ContentOneofCase.StartStream)
            {
                _started.SetResult(message);
            }
            else if (message.RpcLog is { } log)
            {
                _logs.Enqueue(log);
            }
            else if (_unanswered.TryRemove(message.RequestId, out var response))
            {
                response.SetResult(message);
            }
        }

        await writing;
    }

    private static TaskCompletionSource<StreamingMessage> NewResponse() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> stream, CancellationToken cancellation)
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation))
        {
            await stream.WriteAsync(message, cancellation);
        }
    }

    private async Task<StreamingMessage> OrBrokenAsync(Task<StreamingMessage> response) =>
        await await Task.WhenAny(response, _broken.Task).WaitAsync(Patience);
}
