using Lysekil.Desk.Layout;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;

namespace Lysekil.Desk.Publishing;

/// <summary>Tells, in Swedish, what readers will see once a text is saved.</summary>
internal static class Forecast
{
    /// <summary>One sentence or more, the most important first.</summary>
    public static IReadOnlyList<string> Of(PreviewedText preview, SwedishTime time) =>
    [
        Outcome(preview, time),
        .. preview.NewRedirects.Select(p => $"Den gamla adressen {p.Url} leder vidare, så länkar dit fungerar."),
    ];

    private static string Outcome(PreviewedText preview, SwedishTime time)
    {
        var (old, next) = (preview.Now?.Live, preview.Next);
        return next switch
        {
            { State: SourceState.Draft } when old is not null =>
                $"Texten tas bort från webbplatsen: {old.Page.Url} slutar fungera.",
            { State: SourceState.Draft } => "Texten är ett utkast, som läsarna inte ser.",
            { State: SourceState.Scheduled, ScheduledFor: { } date } when old is not null =>
                $"Texten tas bort från webbplatsen, och publiceras igen {time.Full(date)}.",
            { State: SourceState.Scheduled, ScheduledFor: { } date } =>
                $"Texten publiceras {time.Full(date)} på {preview.Page?.Item.Page.Url}.",
            { WaitsFor: { } page } =>
                $"Adressen {page.Url} används av en annan text. Den här publiceras om adressen blir ledig.",
            { State: SourceState.Refused } when old is not null =>
                $"Texten har fel som måste rättas först. Den version som finns på {old.Page.Url} ligger kvar.",
            { State: SourceState.Refused } => "Texten har fel som måste rättas innan den kan publiceras.",
            { Live: { } live } when old is null => $"Texten publiceras genast på {live.Page.Url}.",
            { Live: { } live } when old!.Page != live.Page => $"Texten får den nya adressen {live.Page.Url}.",
            _ => $"Ändringen syns genast på {old?.Page.Url}.",
        };
    }
}
