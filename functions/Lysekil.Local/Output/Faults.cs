using Azure;

namespace Lysekil.Local.Output;

/// <summary>Explains a fault in one line: what has failed, without a stack trace.</summary>
internal static class Faults
{
    public static string Explain(Exception fault) => fault switch
    {
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        AggregateException several => string.Join(" And: ", several.InnerExceptions.Select(Explain)),
        RequestFailedException refused =>
            $"The storage answered {refused.Status} {refused.ErrorCode}: {FirstLine(refused.Message)}",
        HttpRequestException => $"The storage does not answer: {FirstLine(fault.Message)}",
        _ => $"{FirstLine(fault.Message)} ({fault.GetType().Name})",
    };

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}
