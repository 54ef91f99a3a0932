using System.Globalization;
using Lysekil.Desk.Layout;
using Lysekil.Desk.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.Audit;

/// <summary>The audit log, for publishers.</summary>
internal static class AuditEndpoints
{
    /// <summary>No desk is older: an address with an earlier month is a mistake.</summary>
    private const int FirstYear = 2020;

    public static void MapAudit(this IEndpointRouteBuilder desk) =>
        desk.MapGet("/granskning", ShowAsync).RequireDeskRole(DeskRole.Publisher);

    /// <param name="manad">A month, such as <c>2026-11</c>; by default the present one.</param>
    /// <param name="fore">Where the last page ended.</param>
    /// <param name="log">The log.</param>
    /// <param name="time">Tells the present month.</param>
    /// <param name="cancellation">Ends the wait.</param>
    private static async Task<IResult> ShowAsync(
        string? manad, string? fore, AuditLog log, SwedishTime time, CancellationToken cancellation)
    {
        var present = DateOnly.FromDateTime(time.Now.UtcDateTime);
        var month = new DateOnly(present.Year, present.Month, 1);
        if (manad is not null
            && (!DateOnly.TryParseExact(manad + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out month)
                || month.Year < FirstYear))
        {
            return Results.NotFound();
        }

        var page = await log.ReadAsync(month, fore, cancellation);
        return new RazorComponentResult<AuditPage>(new { Month = month, Page = page, IsPresent = manad is null });
    }
}
