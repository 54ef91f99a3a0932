using Azure;

namespace Lysekil.Azure.Tables;

/// <summary>
/// Which of the service's refusals are answers. Only these: a table that is missing or being deleted is a fault,
/// although it has the same status codes.
/// </summary>
internal static class TableErrorCodes
{
    private const string ResourceNotFound = "ResourceNotFound";
    private const string EntityNotFound = "EntityNotFound";
    private const string EntityAlreadyExists = "EntityAlreadyExists";
    private const string UpdateConditionNotSatisfied = "UpdateConditionNotSatisfied";
    private const string ConditionNotMet = "ConditionNotMet";

    public static bool IsMissing(this RequestFailedException refusal) =>
        refusal.ErrorCode is ResourceNotFound or EntityNotFound;

    public static bool IsLostRace(this RequestFailedException refusal) =>
        refusal.IsMissing()
        || refusal.ErrorCode is EntityAlreadyExists or UpdateConditionNotSatisfied or ConditionNotMet;
}
