using Lysekil.Local.Output;

namespace Lysekil.Local.Sessions;

/// <summary>
/// Tells the log when work goes on for long without a line, and when all of it has come to rest.
/// </summary>
/// <param name="isWorking">Whether a file is being uploaded, or a message handled.</param>
/// <param name="log">Gets told.</param>
/// <param name="clock">Times it.</param>
internal sealed class WorkWatch(Func<bool> isWorking, ActivityLog log, TimeProvider clock)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Longer than the way of a change from the folder to its message, on a machine under load.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private long _moved = clock.GetTimestamp();
    private long _rested = clock.GetTimestamp();

    /// <summary>Notes that something was uploaded, published or refreshed.</summary>
    public void Moved() => Volatile.Write(ref _moved, clock.GetTimestamp());

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Interval, clock, cancellation);
            Look();
        }
    }

    /// <summary>Looks once; to be called at each interval.</summary>
    internal void Look()
    {
        if (isWorking())
        {
            Moved();
        }

        if (clock.GetElapsedTime(Volatile.Read(ref _moved)) >= Rest)
        {
            _rested = clock.GetTimestamp();
            log.CameToRest();
        }
        else if (clock.GetElapsedTime(_rested) >= Silence)
        {
            log.StillWorking(Silence);
        }
    }
}
