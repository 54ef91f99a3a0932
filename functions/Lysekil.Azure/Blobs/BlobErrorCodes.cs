using Azure;

namespace Lysekil.Azure.Blobs;

/// <summary>
/// The refusals of Blob Storage that are results of a call. All others are faults, also those with the same status
/// codes: a container that is missing or being deleted, a lease, a policy.
/// </summary>
internal static class BlobErrorCodes
{
    private const string BlobNotFound = "BlobNotFound";
    private const string BlobAlreadyExists = "BlobAlreadyExists";
    private const string ConditionNotMet = "ConditionNotMet";

    public static bool IsNotFound(this RequestFailedException refusal) => refusal.ErrorCode is BlobNotFound;

    public static bool IsConflict(this RequestFailedException refusal) =>
        refusal.ErrorCode is BlobNotFound or BlobAlreadyExists or ConditionNotMet;
}
