using Azure;

namespace Lysekil.Azure.Queues;

/// <summary>
/// The refusals of Queue Storage that say that another receiver has the message; all others are faults.
/// </summary>
internal static class QueueErrorCodes
{
    private const string MessageNotFound = "MessageNotFound";
    private const string PopReceiptMismatch = "PopReceiptMismatch";

    public static bool IsLeaseLost(this RequestFailedException refusal) =>
        refusal.ErrorCode is MessageNotFound or PopReceiptMismatch;
}
