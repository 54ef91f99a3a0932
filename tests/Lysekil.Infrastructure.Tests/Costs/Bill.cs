namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>
/// The bill of a month of thirty days, without a custom domain: measured work, times its frequency, times the price.
/// </summary>
internal sealed class Bill
{
    private const int Days = 30;
    private const int Queues = 2;
    private const int RequestsOfAView = 3;
    private const decimal Gigabyte = 1_000_000_000;
    private const decimal FreeSentGigabytes = 100;
    private const decimal FreeLoggedGigabytes = 5;
    private const decimal FreeGigabyteSeconds = 100_000;
    private const decimal FreeExecutions = 250_000;

    /// <summary>The size of the log record of a call or an execution. Assumed, not measured.</summary>
    private const decimal BytesOfARecord = 1_000;

    /// <summary>
    /// A function is billed for at least a second. By assumption none takes longer, and no two run at once.
    /// </summary>
    private const decimal LeastSeconds = 1;

    /// <summary>
    /// What it takes to write an article at the desk: pages, previews while typing, pictures, saves. Assumed.
    /// </summary>
    public const int DeskRequestsOfAnArticle = 100;

    /// <summary>The reads of storage for a request to the desk. Assumed, not measured.</summary>
    private const int ReadsOfADeskRequest = 5;

    /// <summary>
    /// The spans of an idle host that records them, when it looks into two queues each second: measured with host
    /// 4.1037, of October 2024.
    /// </summary>
    public const decimal SpansOfAnIdleHostASecond = 4.9m;

    private const int SecondsAMonth = Days * 86_400;

    public static readonly int MinutesAMonth = Days * 24 * 60;
    public static readonly int ReconcilesAMonth = Days * 24 * 6;
    public static readonly int SweepsAMonth = Days;

    private readonly MeasuredSite _site;
    private readonly Terms _terms;

    public Bill(MeasuredSite site, Terms terms, long publishesADay, long views, long deskRequestsADay = 0)
    {
        (_site, _terms) = (site, terms);
        var (publishes, requests) = (publishesADay * Days, deskRequestsADay * Days);
        var idle = (MinutesAMonth * site.Minute) + (ReconcilesAMonth * site.Reconcile) + (SweepsAMonth * site.Sweep);
        var all = idle + (publishes * site.Publish)
            + (requests * (Usage.Nothing with { Executions = 1, BlobReads = ReadsOfADeskRequest }));

        Functions = Prices.Executions.Of(Beyond(FreeExecutions, all.Executions))
            + Prices.GigabyteSeconds.Of(Beyond(FreeGigabyteSeconds, GigabyteSeconds(publishes, requests)));
        Storage = Prices.BlobWrites.Of(all.BlobWrites) + Prices.BlobReads.Of(all.BlobReads)
            + Prices.TableCalls.Of(all.TableCalls)
            + Prices.QueueCalls.Of(all.QueueCalls) + Prices.Events.Of(all.Events)
            + Prices.StoredGigabytes.Of(MeasuredSite.Articles * site.ArticleBytes / Gigabyte);
        Polling = Queues * PollingOf(terms.PollingSeconds);
        LoggedCalls = all.LoggedCalls;
        Telemetry = Capped(all.Executions + all.StorageCalls);
        StorageLog = Capped(all.Executions + all.StorageCalls + all.LoggedCalls) - Telemetry;
        Alerts = Prices.LogAlerts.Of(terms.Alerts.Sum(every => Math.Max(1, 15 / (decimal)every.TotalMinutes)));
        SentGigabytes = views * site.ViewBytes / Gigabyte;
        Requests = views * RequestsOfAView;
        Views = Prices.BlobReads.Of(Requests) + Prices.SentGigabytes.Of(Beyond(FreeSentGigabytes, SentGigabytes));
    }

    public decimal Functions { get; }

    /// <summary>Storage calls, Event Grid, and stored data.</summary>
    public decimal Storage { get; }

    /// <summary>The maximum: an instance polls each queue all month.</summary>
    public decimal Polling { get; }

    public decimal Telemetry { get; }

    /// <summary>The log of the content account, on top of the telemetry that it shares a cap with.</summary>
    public decimal StorageLog { get; }

    /// <summary>The entries of that log.</summary>
    public long LoggedCalls { get; }

    public decimal StorageLogGigabytes => LoggedCalls * BytesOfARecord / Gigabyte;

    public decimal Alerts { get; }

    public decimal Views { get; }

    public decimal SentGigabytes { get; }

    public long Requests { get; }

    public decimal Total => Functions + Storage + Polling + Telemetry + StorageLog + Alerts + Views;

    /// <summary>The price of Front Door, without what its cache saves.</summary>
    public decimal FrontDoor => Prices.FrontDoor.Dollars + Prices.FrontDoorGigabytes.Of(SentGigabytes)
        + Prices.FrontDoorRequests.Of(Requests);

    /// <summary>One instance that looks into an empty queue all month. In dollars.</summary>
    /// <param name="seconds">The pause between two looks, once it is at its longest.</param>
    public static decimal PollingOf(decimal seconds) => Prices.QueueCalls.Of(SecondsAMonth / seconds);

    /// <summary>The log of a number of records a second, of one instance all month. In gigabytes.</summary>
    public static decimal LoggedGigabytesOf(decimal recordsASecond) =>
        recordsASecond * SecondsAMonth * BytesOfARecord / Gigabyte;

    /// <summary>The price of a month's log, if nothing else is logged.</summary>
    public static decimal LogOf(decimal gigabytes) => Prices.LoggedGigabytes.Of(Beyond(FreeLoggedGigabytes, gigabytes));

    private decimal Capped(long records) => LogOf(
        Math.Min(Days * _terms.LoggedGigabytesADay, records * BytesOfARecord / Gigabyte));

    private decimal GigabyteSeconds(long publishes, long requests) => _terms.InstanceGigabytes * (
        ((MinutesAMonth + ReconcilesAMonth + requests) * LeastSeconds) + (SweepsAMonth * Seconds(_site.Sweep))
            + (publishes * Seconds(_site.Publish)));

    private static decimal Seconds(Usage work) => LeastSeconds * work.Executions;

    private static decimal Beyond(decimal free, decimal amount) => Math.Max(0, amount - free);
}
