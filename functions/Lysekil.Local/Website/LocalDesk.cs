using Lysekil.Desk;
using Lysekil.Desk.History;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lysekil.Local.Website;

/// <summary>
/// The desk for the person at this machine, without sign-in. It is built with the first request, since a developer
/// starts the runner more often than the desk is opened.
/// </summary>
/// <param name="storage">The site, with the content container that the desk writes to.</param>
/// <param name="role">The role of the person at this machine.</param>
/// <param name="clock">The clock of the desk.</param>
internal sealed class LocalDesk(SiteStorage storage, DeskRole role, TimeProvider clock) : IAsyncDisposable
{
    public const string Path = "/desk";

    private readonly Lock _building = new();
    private WebApplication? _application;
    private RequestDelegate? _pipeline;

    /// <summary>Whether a request is one to the desk.</summary>
    public static bool IsAskedFor(HttpContext http) => http.Request.Path.StartsWithSegments(Path);

    public Task AnswerAsync(HttpContext http)
    {
        var pipeline = PipelineAt(http.Connection.LocalPort);
        var scopes = _application!.Services.GetRequiredService<IServiceScopeFactory>();
        http.Features.Set<IServiceProvidersFeature>(new RequestServicesFeature(http, scopes));
        return pipeline(http);
    }

    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;

    private RequestDelegate PipelineAt(int port)
    {
        lock (_building)
        {
            return _pipeline ??= Build(new Uri(FormattableString.Invariant($"http://localhost:{port}/")));
        }
    }

    /// <summary>Builds an application that is never started: its server listens nowhere.</summary>
    private RequestDelegate Build(Uri site)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging(logs => logs.ClearProviders());
        builder.Services.AddSingleton(storage).AddSingleton(clock).AddSingleton(EngineFactory.Create(storage, clock));
        builder.Services.AddSingleton<IVersionHistory, KeptVersions>();
        builder.Services.AddDesk(
            new DeskOptions { SignIn = SignInMode.Laptop, LaptopRoles = [role], SiteAddress = site });
        _application = builder.Build();
        _application.UseDesk();
        return ((IApplicationBuilder)_application).Build();
    }
}
