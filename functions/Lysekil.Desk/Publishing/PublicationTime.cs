namespace Lysekil.Desk.Publishing;

/// <summary>
/// The time of a schedule in a browser's own field for a day and a time, which has a <c>T</c> between them (HTML,
/// section 2.3.5.5, "Local dates and times"), and in the file, where editors write a space.
/// </summary>
internal static class PublicationTime
{
    private const int At = 10;

    /// <summary>The time as the field has it; a day alone begins at midnight.</summary>
    public static string InField(string written) => written.Length switch
    {
        At => written + "T00:00",
        > At when written[At] == ' ' => Replaced(written, 'T'),
        _ => written,
    };

    /// <summary>The time as the file has it.</summary>
    public static string InFile(string sent) => sent.Length > At && sent[At] == 'T' ? Replaced(sent, ' ') : sent;

    private static string Replaced(string time, char separator) => time[..At] + separator + time[(At + 1)..];
}
