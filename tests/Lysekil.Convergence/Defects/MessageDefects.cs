using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Drops messages, and says that they were sent.</summary>
internal sealed class DroppedMessages(IQueue queue, Func<string, bool> isDropped) : IQueue
{
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        isDropped(message) ? Task.CompletedTask : queue.SendAsync(message, delay, cancellation);
}

/// <summary>Moves a rebuild on first, and only then marks and wakes the pages that it passed; together with <see cref="HeldMessages"/>.</summary>
internal sealed class EarlyPosition(ITable table, IQueue queue, Spoiling spoiling) : PassingTable(table)
{
    public override async Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        if (spoiling.Current() is not { IsRebuild: true } run)
        {
            return await Table.CommitAsync(changes, cancellation);
        }

        var held = run.Memory<HeldMessages.Held>();
        if (changes.All(c => TableRows.IsPage(c.Key)))
        {
            held.Marks = changes;
            return [.. changes.Select(_ => (ETag?)new ETag("W/\"never\""))];
        }

        var etags = await Table.CommitAsync(changes, cancellation);
        if (held.Marks is { Count: > 0 } marks)
        {
            held.Marks = [];
            await Table.CommitAsync(marks, cancellation);
            foreach (var message in held.Messages)
            {
                await queue.SendAsync(message, TimeSpan.Zero, cancellation);
            }
        }

        return etags;
    }
}

/// <summary>Keeps messages back as long as there are marks that are.</summary>
internal sealed class HeldMessages(IQueue queue, Spoiling spoiling) : IQueue
{
    public sealed class Held
    {
        public IReadOnlyList<RowChange> Marks { get; set; } = [];

        public List<string> Messages { get; } = [];
    }

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var held = spoiling.Current()!.Memory<Held>();
        if (held.Marks.Count == 0)
        {
            return queue.SendAsync(message, delay, cancellation);
        }

        held.Messages.Add(message);
        return Task.CompletedTask;
    }
}
