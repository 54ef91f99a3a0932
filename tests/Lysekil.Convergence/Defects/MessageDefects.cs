using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Drops messages and reports that they were sent.</summary>
internal sealed class DroppedMessages(IQueue queue, Func<string, bool> isDropped) : IQueue
{
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        isDropped(message) ? Task.CompletedTask : queue.SendAsync(message, delay, cancellation);

    public Task<MessageReceipt?> HoldAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        queue.HoldAsync(message, delay, cancellation);

    public Task WithdrawAsync(MessageReceipt receipt, CancellationToken cancellation) =>
        queue.WithdrawAsync(receipt, cancellation);
}

/// <summary>Drops messages that are held back, and reports that they were sent.</summary>
internal sealed class HoldsLost(IQueue queue) : IQueue
{
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        queue.SendAsync(message, delay, cancellation);

    public Task<MessageReceipt?> HoldAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        Task.FromResult<MessageReceipt?>(null);
}

/// <summary>Sends messages that are held back as first ones, which render no page without a stale row.</summary>
internal sealed class HoldsWithoutForce(IQueue queue) : IQueue
{
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        queue.SendAsync(message, delay, cancellation);

    public Task<MessageReceipt?> HoldAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        queue.HoldAsync(
            (PageRefreshMessage.Read(message)! with { Force = false }).Write(), delay, cancellation);

    public Task WithdrawAsync(MessageReceipt receipt, CancellationToken cancellation) =>
        queue.WithdrawAsync(receipt, cancellation);
}

/// <summary>
/// Commits the new position of a rebuild before the stale rows of the pages it passed, together with <see
/// cref="HeldMessages"/>.
/// </summary>
internal sealed class RebuildPositionFirst(ITable table, IQueue queue, DefectContext context) : DelegatingTable(table)
{
    public override async Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        if (context.Current() is not { IsRebuild: true } run)
        {
            return await Table.CommitAsync(changes, cancellation);
        }

        var held = run.State<HeldMessages.Held>();
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

/// <summary>
/// Holds messages back until the stale rows that <see cref="RebuildPositionFirst"/> holds are committed.
/// </summary>
internal sealed class HeldMessages(IQueue queue, DefectContext context) : IQueue
{
    public sealed class Held
    {
        public IReadOnlyList<RowChange> Marks { get; set; } = [];

        public List<string> Messages { get; } = [];
    }

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var held = context.Current()!.State<Held>();
        if (held.Marks.Count == 0)
        {
            return queue.SendAsync(message, delay, cancellation);
        }

        held.Messages.Add(message);
        return Task.CompletedTask;
    }
}
