using Lysekil.Publishing.Engine;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Functions;

/// <summary>Publishes, each minute, the articles whose date has come and whose alarm has been lost.</summary>
internal sealed class PublishScheduled(PublishingEngine engine)
{
    [Function(nameof(PublishScheduled))]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        GracePeriod.RunAsync(engine.Schedule.PublishDueAsync, cancellation);
}
