using System.Net;
using Lysekil.Local.Mirror;
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
    private readonly WebApplication _application;
    private readonly LocalDesk _desk;

    private WebsiteHost(WebApplication application, LocalDesk desk) => (_application, _desk) = (application, desk);

    /// <summary>The address of the site, with a slash at the end.</summary>
    public Uri Address { get; private init; } = null!;

    /// <summary>The address of the desk.</summary>
    public Uri DeskAddress => new(Address, LocalDesk.Path + "/");

    /// <summary>
    /// Starts to serve the site and the desk, which the server disposes of in the end.
    /// </summary>
    /// <param name="storage">The site.</param>
    /// <param name="desk">The desk.</param>
    /// <param name="refused">The files whose names no blob can have.</param>
    /// <param name="port">0 is any free port.</param>
    /// <param name="clock">The clock of live reload.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="RunnerException">The port is taken.</exception>
    public static async Task<WebsiteHost> StartAsync(
        SiteStorage storage,
        LocalDesk desk,
        Func<IReadOnlyList<RefusedFile>> refused,
        int port,
        TimeProvider clock,
        CancellationToken cancellation)
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
        var engine = EngineFactory.Create(storage, clock);
        var site = new StaticWebsite(
            storage.Web, async stop => (await engine.Preview.SiteAsync(stop)).Settings.BaseUrl);
        var reload = new LiveReload(storage.Web, new Refusals(engine.Status, refused, clock), clock);
        application.Use(next => http => LocalHosts.Contain(http.Request.Host)
            ? AnswerAsync(http, next, stopping)
            : LocalHosts.RefuseAsync(http));
        application.MapWhen(LocalDesk.IsAskedFor, below => below.Run(desk.AnswerAsync));
        application.Run(http => http.Request.Path.Value switch
        {
            LiveReload.ScriptPath => LiveReload.ServeScriptAsync(http),
            LiveReload.EventsPath => reload.ServeEventsAsync(http, stopping),
            _ => site.AnswerAsync(http),
        });
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await application.DisposeAsync();
            await desk.DisposeAsync();
            throw new RunnerException(
                $"Port {port}, where the site is to be shown, is taken by another program.",
                $"Choose another one: --port {port + 1}");
        }

        var bound = new Uri(application.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.Single());
        return new WebsiteHost(application, desk) { Address = new Uri($"http://localhost:{bound.Port}/") };
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        await _desk.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next, CancellationToken stopping)
    {
        try
        {
            await next(http);
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
