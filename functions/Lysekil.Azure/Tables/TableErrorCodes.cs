using Azure;

namespace Lysekil.Azure.Tables;

/// <summary>
/// The refusals of Table Storage that are results of a call. All others are faults, also those with the same status
/// codes: a table that is missing or being deleted.
/// </summary>
internal static class TableErrorCodes
{
    private const string ResourceNotFound = "ResourceNotFound";
    private const string EntityNotFound = "EntityNotFound";
    private const string EntityAlreadyExists = "EntityAlreadyExists";
    private const string UpdateConditionNotSatisfied = "UpdateConditionNotSatisfied";
    private const string ConditionNotMet = "ConditionNotMet";

    public static bool IsNotFound(this RequestFailedException refusal) =>
        refusal.ErrorCode is ResourceNotFound or EntityNotFound;

    public static bool IsConflict(this RequestFailedException refusal) =>
        refusal.IsNotFound()
        || refusal.ErrorCode is EntityAlreadyExists or UpdateConditionNotSatisfied or ConditionNotMet;
}
