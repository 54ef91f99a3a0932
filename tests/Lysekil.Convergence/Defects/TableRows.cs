using Lysekil.Convergence.Running;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Tells what a row of the index, or a query of it, is about.</summary>
internal static class TableRows
{
    /// <summary>
    /// The page of a stale row's key; <c>null</c> for other keys. It decodes the plain page names of the histories
    /// only.
    /// </summary>
    public static PageKey? PageOf(string key) => key.StartsWith(IndexKeys.StalePages, StringComparison.Ordinal)
        ? PageKey.Parse(
            key[IndexKeys.StalePages.Length..].Replace("~003A", ":", StringComparison.Ordinal).Replace('|', '/'))
        : null;

    /// <summary>The pages whose stale rows a refresh queries.</summary>
    public static IReadOnlyList<PageKey> PagesOf(KeyRange range, FunctionInvocation? run) =>
        IsPage(range.From) && run?.Message is { } message && PageRefreshMessage.Read(message.Text) is { } request
            ? request.Pages : [];

    public static bool IsPage(string key) => key.StartsWith(IndexKeys.StalePages, StringComparison.Ordinal);

    /// <summary>True if a query asks for the articles before or after an article.</summary>
    public static bool IsNeighbourQuery(KeyRange range) => range.WithoutFrom
        && (range.From.StartsWith(IndexKeys.Dated, StringComparison.Ordinal)
        || range.From.StartsWith(IndexKeys.Latest, StringComparison.Ordinal));
}
