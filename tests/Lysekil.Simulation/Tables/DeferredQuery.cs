using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>The rows of a query that runs when the first row is read, and completes synchronously.</summary>
internal sealed class DeferredQuery(Func<List<Row>> query) : IAsyncEnumerable<Row>
{
    public IAsyncEnumerator<Row> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(query);

    private sealed class Enumerator(Func<List<Row>> query) : IAsyncEnumerator<Row>
    {
        private List<Row>? _rows;
        private int _at = -1;

        public Row Current => _rows![_at];

        public ValueTask<bool> MoveNextAsync()
        {
            _rows ??= query();
            return new(++_at < _rows.Count);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
