using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Storage;

public sealed class HeldMemoryTests : IDisposable
{
    private readonly LargeWork _large = new(memory: 100_000_000);
    private readonly HeldMemory _first;
    private readonly HeldMemory _second;

    public HeldMemoryTests() => (_first, _second) = (new HeldMemory(_large), new HeldMemory(_large));

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public void Those_that_hold_little_wait_for_none()
    {
        Assert.True(_first.AddAsync(_large.MostOfPages, default).IsCompletedSuccessfully);
        Assert.True(_second.AddAsync(_large.MostOfPages, default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Of_those_that_hold_much_the_second_waits_for_the_end_of_the_first()
    {
        await _first.AddAsync(_large.MostOfPages + 1, default);
        Assert.True(_first.AddAsync(_large.MostOfPages, default).IsCompletedSuccessfully);
        var waiting = _second.AddAsync(_large.MostOfPages + 1, default);
        Assert.False(waiting.IsCompleted);

        _first.Dispose();

        await waiting.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task One_that_ends_while_it_waits_holds_up_no_other()
    {
        using var third = new HeldMemory(_large);
        await _first.AddAsync(_large.MostOfPages + 1, default);
        _ = _second.AddAsync(_large.MostOfPages + 1, default);
        var waiting = third.AddAsync(_large.MostOfPages + 1, default);

        _second.Dispose();
        Assert.False(waiting.IsCompleted);
        _first.Dispose();

        await waiting.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var cancelling = new CancellationTokenSource();
        await _first.AddAsync(_large.MostOfPages + 1, default);
        var waiting = _second.AddAsync(_large.MostOfPages + 1, cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _first.Dispose();
        using var third = new HeldMemory(_large);
        await third.AddAsync(_large.MostOfPages + 1, default).WaitAsync(TimeSpan.FromMinutes(1));
    }
}
