using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>What a table answers to a query: it looks when the first row is asked for, and nobody waits for anything.</summary>
internal sealed class DeferredQuery(Func<List<Row>> look) : IAsyncEnumerable<Row>
{
    public IAsyncEnumerator<Row> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Reading(look);

    private sealed class Reading(Func<List<Row>> look) : IAsyncEnumerator<Row>
    {
        private List<Row>? _rows;
        private int _at = -1;

        public Row Current => _rows![_at];

        public ValueTask<bool> MoveNextAsync()
        {
            _rows ??= look();
            return new(++_at < _rows.Count);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
