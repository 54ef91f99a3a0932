using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>Takes the steps of the editors and sends their events, which may be duplicated or lost.</summary>
internal sealed class EditorSimulator(
    History history, SimulatedStorage storage, ManualClock clock, Random random, CommitLog commits,
    Action<string>? trace)
{
    private readonly Queue<EditorStep> _steps = new(history.Steps);

    public FaultProfile FaultProfile { get; set; } = history.FaultProfile;

    public bool IsDone => _steps.Count == 0;

    /// <summary>True if an event or message was lost whose work only a reconcile finds.</summary>
    public bool HasLost { get; private set; }

    /// <summary>True if the alarm of a scheduled article was lost, so that only the timer publishes it.</summary>
    public bool HasLostAlarm { get; private set; }

    public EditorStep TakeNextStep()
    {
        var step = _steps.Dequeue();
        trace?.Invoke($"{clock.Now:HH:mm:ss} editor: {step}");
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

    /// <summary>Decides whether a message is lost.</summary>
    public bool IsLost(string what)
    {
        var isLost = IsTaken(what);
        HasLost |= isLost;
        return isLost;
    }

    /// <summary>Decides whether an alarm is lost. The timer makes up for it, not the reconcile.</summary>
    public bool IsAlarmLost(string alarm)
    {
        var isLost = IsTaken(alarm);
        HasLostAlarm |= isLost;
        return isLost;
    }

    private bool IsTaken(string what)
    {
        if (random.NextDouble() >= FaultProfile.MessageLoss)
        {
            return false;
        }

        trace?.Invoke($"    lost: {what}");
        return true;
    }

    private void Announce(string path)
    {
        if (IsLost($"event for {path}"))
        {
            return;
        }

        var copies = random.NextDouble() < FaultProfile.Duplication ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            var delay = TimeSpan.FromSeconds(random.Next(3));
            var message = ContentEvent.Publish(new SourcePath(path));
            storage.ContentEvents.SendAsync(message, delay, default).GetAwaiter().GetResult();
        }
    }
}
