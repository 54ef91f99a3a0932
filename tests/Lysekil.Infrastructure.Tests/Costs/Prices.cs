namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>A price as it was found, in US dollars without tax.</summary>
/// <param name="What">What is counted.</param>
/// <param name="Dollars">For one <paramref name="Unit"/>.</param>
/// <param name="Unit">How many of it are priced together, in words.</param>
/// <param name="Per">How many of it are priced together.</param>
/// <param name="Source">Its source and date.</param>
internal sealed record Price(string What, decimal Dollars, string Unit, decimal Per, string Source)
{
    public decimal Of(decimal amount) => amount / Per * Dollars;
}

/// <summary>The prices of the bill. The page explains "notes" and "card".</summary>
internal static class Prices
{
    private const string Facts = "notes";
    private const string Card = "card";

    public static readonly Price Executions = new(
        "function executions, Flex Consumption", 0.40m, "million", 1_000_000, Facts);
    public static readonly Price GigabyteSeconds = new("memory while functions run", 0.000026m, "GB-s", 1, Facts);
    public static readonly Price Events = new("Event Grid deliveries", 0.60m, "million", 1_000_000, Facts);
    public static readonly Price BlobWrites = new(
        "blob writes, listings and tags, in zones", 0.0688m, "10,000", 10_000, Card + "; without zones 0.054: "
        + Facts);
    public static readonly Price BlobReads = new(
        "blob reads", 0.0044m, "10,000", 10_000, Card + "; without zones 0.0043: " + Facts);
    public static readonly Price TableCalls = new("table calls", 0.0004m, "10,000", 10_000, Facts);
    public static readonly Price QueueCalls = new(
        "queue calls", 0.004m, "10,000", 10_000,
        "the README of a project on GitHub, undated; nothing better was found");
    public static readonly Price StoredGigabytes = new("storage, hot, in zones", 0.025m, "GB a month", 1, Card);
    public static readonly Price SentGigabytes = new(
        "bandwidth after 100 GB a month", 0.087m, "GB", 1,
        "\"Azure egress bandwidth cost\", c3x.dev, undated; that 100 GB are free also "
            + "\"Azure Egress & Bandwidth Costs\", azure-calc-uk, March 2026");
    public static readonly Price LoggedGigabytes = new(
        "Log Analytics, taking in, after 5 GB a month", 2.30m, "GB", 1,
        "\"Azure Monitor cost 2026\", monitoringcost.com");
    public static readonly Price LogAlerts = new("a log alert asked each 15 minutes", 0.50m, "month", 1, Card);
    public static readonly Price FrontDoor = new(
        "Front Door Standard, base", 35m, "month", 1, "\"Microsoft Azure Front Door Pricing\", blog.cdnsun.com, 2026");
    public static readonly Price FrontDoorGigabytes = new(
        "Front Door, to visitors in Europe", 0.083m, "GB", 1, "the same");
    public static readonly Price FrontDoorRequests = new("Front Door, requests", 0.009m, "10,000", 10_000, "the same");

    public static readonly Price PrivateEndpointHours = new(
        "a private endpoint", 0.01m, "hour", 1, "\"azurerm_private_endpoint cost estimation\", c3x.dev, undated");
    public static readonly Price PrivateZones = new(
        "a private DNS zone", 0.50m, "month", 1,
        "\"Azure Private Link Cost Calculator & TCO Guide\", gigxp.com, 25 August 2025");

    public static IReadOnlyList<Price> All { get; } =
    [
        Executions, GigabyteSeconds, Events, BlobWrites, BlobReads, TableCalls, QueueCalls, StoredGigabytes,
            SentGigabytes,
        LoggedGigabytes, LogAlerts, FrontDoor, FrontDoorGigabytes, FrontDoorRequests, PrivateEndpointHours,
            PrivateZones,
    ];
}
