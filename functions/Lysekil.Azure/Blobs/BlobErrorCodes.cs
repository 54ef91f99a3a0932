using Azure;

namespace Lysekil.Azure.Blobs;

/// <summary>
/// Which of the service's refusals are answers. Only these: a container that is missing or being deleted, a lease, a
/// policy are faults, although they have the same status codes.
/// </summary>
internal static class BlobErrorCodes
{
    private const string BlobNotFound = "BlobNotFound";
    private const string BlobAlreadyExists = "BlobAlreadyExists";
    private const string ConditionNotMet = "ConditionNotMet";

    public static bool IsMissing(this RequestFailedException refusal) => refusal.ErrorCode is BlobNotFound;

    public static bool IsLostRace(this RequestFailedException refusal) =>
        refusal.ErrorCode is BlobNotFound or BlobAlreadyExists or ConditionNotMet;
}
