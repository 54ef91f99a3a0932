namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>The prices of other services for the same site, as far as they were found.</summary>
internal static class Alternatives
{
    private const decimal NetlifySeat = 20;
    private const decimal NetlifyIncludedCredits = 5_000;
    private const decimal NetlifyCreditsOfADeploy = 15;
    private const decimal NetlifyCreditsOfAGigabyte = 20;
    private const decimal NetlifyCreditsOfTenThousandRequests = 2;
    private const decimal NetlifyDollarsOfACredit = 20m / 1_000;

    private const decimal VercelSeat = 20;
    private const decimal VercelIncludedGigabytes = 1_000;
    private const decimal VercelDollarsOfAGigabyte = 0.15m;

    /// <summary>One editor's seat, and a production deploy for each publish. In dollars a month.</summary>
    public static decimal Netlify(long publishesADay, Bill bill)
    {
        var credits = (30 * publishesADay * NetlifyCreditsOfADeploy) + (bill.SentGigabytes * NetlifyCreditsOfAGigabyte)
            + (bill.Requests / 10_000m * NetlifyCreditsOfTenThousandRequests);
        return NetlifySeat + (Math.Max(0, credits - NetlifyIncludedCredits) * NetlifyDollarsOfACredit);
    }

    /// <summary>One editor's seat, without builds, whose price was not found. In dollars a month.</summary>
    public static decimal Vercel(Bill bill) => VercelSeat
        + (Math.Max(0, bill.SentGigabytes - VercelIncludedGigabytes) * VercelDollarsOfAGigabyte);
}
