using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>What happens to a site from outside: what editors do, and the events of it, which may come twice or never.</summary>
internal sealed class Outside(
    History history, SimulatedStorage storage, ManualClock clock, Random random, CommitLog commits, Action<string>? tell)
{
    private readonly Queue<EditorStep> _steps = new(history.Steps);

    public Weather Weather { get; set; } = history.Weather;

    public bool IsOver => _steps.Count == 0;

    /// <summary>Whether anything was lost that only a reconcile finds.</summary>
    public bool HasLost { get; private set; }

    /// <summary>Whether a scheduled article's alarm was lost, so that it waits for the timer.</summary>
    public bool HasLostAlarm { get; private set; }

    public EditorStep HappenNext()
    {
        var step = _steps.Dequeue();
        tell?.Invoke($"{clock.Now:HH:mm:ss} editor: {step}");
        switch (step)
        {
            case EditorStep.Upload upload:
                storage.Content.Put(upload.Path, upload.Content.Span);
                commits.Uploaded(storage.Content.Find(upload.Path)!);
                Announce(upload.Path);
                break;
            case EditorStep.Delete delete:
                storage.Content.Delete(delete.Path);
                Announce(delete.Path);
                break;
            case EditorStep.Wait wait:
                clock.Now += wait.Time;
                break;
        }

        clock.Now += TimeSpan.FromSeconds(random.Next(3));
        return step;
    }

    /// <summary>Whether the weather takes a message.</summary>
    public bool IsLost(string what)
    {
        var isLost = IsTaken(what);
        HasLost |= isLost;
        return isLost;
    }

    /// <summary>Whether the weather takes an alarm; the reconcile has nothing to do with that.</summary>
    public bool IsAlarmLost(string alarm)
    {
        var isLost = IsTaken(alarm);
        HasLostAlarm |= isLost;
        return isLost;
    }

    private bool IsTaken(string what)
    {
        if (random.NextDouble() >= Weather.Loss)
        {
            return false;
        }

        tell?.Invoke($"    lost: {what}");
        return true;
    }

    private void Announce(string path)
    {
        if (IsLost($"event for {path}"))
        {
            return;
        }

        var copies = random.NextDouble() < Weather.Duplication ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            var delay = TimeSpan.FromSeconds(random.Next(3));
            storage.ContentEvents.SendAsync(ContentEvent.Publish(new SourcePath(path)), delay, default).GetAwaiter().GetResult();
        }
    }
}
