namespace Lysekil.Publishing.Repair.Failures;

/// <summary>Puts a fault into one line, without its stack trace.</summary>
internal static class FailureReason
{
    /// <summary>The message came to the poison queue, and nobody had told why.</summary>
    public const string Unknown = "No try told why: the process may have ended each time.";

    private const int MostCharacters = 300;

    public static string Of(Exception fault)
    {
        if (fault is AggregateException { InnerException: { } inner })
        {
            return Of(inner);
        }

        var reason = $"{fault.GetType().Name}: {fault.Message.Split('\n', 2)[0].TrimEnd()}";
        return reason.Length <= MostCharacters ? reason : reason[..(MostCharacters - 1)] + "…";
    }
}
