using Lysekil.Publishing;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Functions;

/// <summary>Each minute: publishes the articles whose date has come.</summary>
internal sealed class PublishScheduled(PublishingEngine engine)
{
    [Function(nameof(PublishScheduled))]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        engine.Schedule.PublishDueAsync(cancellation);
}
