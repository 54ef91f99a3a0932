using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;

namespace Lysekil.Desk.Writing;

/// <summary>
/// What an account without the publisher's role may save: drafts of articles and standing pages, nothing of which is
/// live.
/// </summary>
internal static class SaveRule
{
    /// <summary>Why the account may not save the file, in Swedish; <c>null</c> if it may.</summary>
    /// <param name="account">The account.</param>
    /// <param name="path">The file.</param>
    /// <param name="preview">What saving would do; <c>null</c> for anything but an article or a standing page.</param>
    public static string? Refusal(DeskAccount account, SourcePath path, PreviewedText? preview)
    {
        if (account.Has(DeskRole.Publisher))
        {
            return null;
        }

        return (path.Kind, preview) switch
        {
            _ when !account.Has(DeskRole.Editor) =>
                "Du kan läsa här, men inte spara. Be en redaktör eller utgivare.",
            (SourceKind.Settings or SourceKind.Theme, _) =>
                "Webbplatsens inställningar och utseende ändras av en utgivare.",
            (_, { Now.Live: not null }) =>
                "Texten är publicerad, och det som sparas syns för läsarna. Be en utgivare spara ändringen.",
            (_, { ConcernsReaders: true, Next.State: SourceState.Scheduled }) =>
                "Texten skulle bli schemalagd. Bocka för Utkast och spara, så kan en utgivare schemalägga den.",
            (_, { ConcernsReaders: true }) =>
                "Texten skulle bli publicerad. Bocka för Utkast och spara, så kan en utgivare publicera den.",
            _ => null,
        };
    }
}
