using System.Net;
using Lysekil.Desk.Audit;
using Lysekil.Desk.History;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Desk.Tests;

/// <summary>A site on simulated storage with the real engine, and its desk on a server in memory.</summary>
internal sealed class DeskSite : IAsyncDisposable
{
    /// <summary>The name that the site passes on to: what answers what the desk does not.</summary>
    public const string Beyond = "not of the desk";

    private readonly IHost _host;

    private DeskSite(IHost host, SimulatedSite site, StorageTrace calls, FakeTimeProvider clock) =>
        (_host, Site, Calls, Clock) = (host, site, calls, clock);

    public SimulatedSite Site { get; }

    /// <summary>The storage calls of the desk, without those of the engine.</summary>
    public StorageTrace Calls { get; }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _host.Services;

    public TestServer Server => _host.GetTestServer();

    public SourceStore Store => Services.GetRequiredService<SourceStore>();

    public IVersionHistory History => Services.GetRequiredService<IVersionHistory>();

    /// <param name="mode">How editors sign in.</param>
    /// <param name="isPlatformOn">Whether App Service authentication stands before the app.</param>
    /// <param name="laptopRoles">The roles of the laptop; all by default.</param>
    /// <param name="caller">The address of whatever calls; this machine's by default.</param>
    /// <param name="gate">The gate that the desk's storage calls pass, in place of one that counts them.</param>
    public static async Task<DeskSite> StartAsync(
        SignInMode mode = SignInMode.Platform,
        bool isPlatformOn = true,
        IReadOnlyList<DeskRole>? laptopRoles = null,
        IPAddress? caller = null,
        IStorageGate? gate = null)
    {
        var (clock, calls) = (new FakeTimeProvider(Some.Now), new StorageTrace());
        var site = new SimulatedSite(clock);
        var host = new HostBuilder()
            .ConfigureWebHost(web => web
                .UseTestServer()
                .ConfigureServices(services => services
                    .AddSingleton(site.Storage.Through(gate ?? calls))
                    .AddSingleton(site.Engine)
                    .AddSingleton<TimeProvider>(clock)
                    .AddSingleton<IVersionHistory, KeptVersions>()
                    .AddDesk(new DeskOptions
                    {
                        SignIn = mode,
                        SiteAddress = new Uri("https://www.lysekil.example/"),
                        LaptopRoles = laptopRoles ?? [DeskRole.Publisher],
                    })
                    .PostConfigureAll<PlatformSignInOptions>(platform => platform.IsOn = isPlatformOn)
                    .AddLogging(logs => logs.ClearProviders()))
                .Configure(app =>
                {
                    app.Use((http, next) =>
                    {
                        http.Connection.RemoteIpAddress = caller ?? IPAddress.Loopback;
                        return next(http);
                    });
                    app.UseDesk();
                    app.Run(http => http.Response.WriteAsync(Beyond));
                }))
            .Build();
        await host.StartAsync();
        calls.Clear();
        return new DeskSite(host, site, calls, clock);
    }

    /// <summary>A browser of an account with a role; <c>null</c>: without an account.</summary>
    public DeskBrowser As(DeskRole? role, string name = "anna@lysekil.example") => new(
        this, role is null ? null : new DeskAccount("id-of-" + name, name, role));

    /// <summary>Uploads a file past the desk, and publishes it.</summary>
    public async Task UploadAsync(string path, string text)
    {
        Site.Upload(path, text);
        await Site.SettleAsync();
    }

    /// <summary>Saves a file at the desk; it must be the version that is there.</summary>
    public async Task<ETag> SaveAsync(string path, string text, string account = "anna@lysekil.example")
    {
        var expected = Site.Storage.Content.Find(path)?.Properties.ETag;
        var outcome = await Store.SaveAsync(
            new SourcePath(path),
            System.Text.Encoding.UTF8.GetBytes(text),
            expected,
            new DeskAccount("id-of-" + account, account, DeskRole.Publisher),
            AuditAction.Saved,
            default);
        return Assert.IsType<SaveOutcome.Saved>(outcome).ETag!.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
