using System.Net;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lysekil.Local.Website;

/// <summary>The web server, on this machine's loopback address only.</summary>
internal sealed class WebsiteHost : IAsyncDisposable
{
    private const string DeskPath = "/.lysekil/desk";

    private readonly WebApplication _application;

    private WebsiteHost(WebApplication application) => _application = application;

    /// <summary>The address of the site, with a slash at the end.</summary>
    public Uri Address { get; private init; } = null!;

    /// <summary>The address of the editors' desk, which has none in Azure.</summary>
    public Uri DeskAddress => new(Address, DeskPath + "/");

    /// <summary>
    /// Starts to serve the site, and the editors' desk under a path of its own. A <paramref name="port"/> of 0 is any
    /// free port.
    /// </summary>
    /// <exception cref="RunnerException">The port is taken.</exception>
    public static async Task<WebsiteHost> StartAsync(
        SiteStorage storage, int port, TimeProvider clock, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddLogging(logs => logs.ClearProviders());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, port);
        });

        var application = builder.Build();
        var stopping = application.Lifetime.ApplicationStopping;
        var (site, siteReload) = (new StaticWebsite(storage.Web), new LiveReload(storage.Web, clock));
        var (desk, deskReload) = (new StaticWebsite(storage.Desk), new LiveReload(storage.Desk, clock));
        application.Map(DeskPath, below => below.Run(http => AnswerAsync(http, desk, deskReload, stopping)));
        application.Run(http => AnswerAsync(http, site, siteReload, stopping));
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await application.DisposeAsync();
            throw new RunnerException(
                $"Port {port}, where the site is to be shown, is taken by another program.",
                $"Choose another one: --port {port + 1}");
        }

        var bound = new Uri(application.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.Single());
        return new WebsiteHost(application) { Address = new Uri($"http://localhost:{bound.Port}/") };
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
    }

    private static async Task AnswerAsync(
        HttpContext http, StaticWebsite site, LiveReload reload, CancellationToken stopping)
    {
        try
        {
            await (http.Request.Path.Value switch
            {
                LiveReload.ScriptPath => LiveReload.ServeScriptAsync(http),
                LiveReload.EventsPath => reload.ServeEventsAsync(http, stopping),
                _ => site.AnswerAsync(http),
            });
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The visitor has left.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"503: the storage does not answer. {fault.Message}\n", stopping);
        }
    }
}
