using Lysekil.Convergence.Running;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>What a row, or a question to the archive, is about.</summary>
internal static class TableRows
{
    /// <summary>The page, or <c>null</c> where the key is no stale page's. Good for the plain names of the histories' pages.</summary>
    public static PageKey? PageOf(string key) => key.StartsWith(IndexKeys.StalePages, StringComparison.Ordinal)
        ? PageKey.Parse(key[IndexKeys.StalePages.Length..].Replace("~003A", ":", StringComparison.Ordinal).Replace('|', '/'))
        : null;

    /// <summary>The pages whose stale rows a function asks for with a query.</summary>
    public static IReadOnlyList<PageKey> PagesOf(KeyRange range, FunctionRun? run) =>
        IsPage(range.From) && run?.Message is { } message && PageRefreshMessage.Read(message.Text) is { } request ? request.Pages : [];

    public static bool IsPage(string key) => key.StartsWith(IndexKeys.StalePages, StringComparison.Ordinal);

    /// <summary>Whether it is asked what is before or after an article.</summary>
    public static bool IsAffectedListing(KeyRange range) => range.WithoutFrom
        && (range.From.StartsWith(IndexKeys.Dated, StringComparison.Ordinal) || range.From.StartsWith(IndexKeys.Latest, StringComparison.Ordinal));
}
