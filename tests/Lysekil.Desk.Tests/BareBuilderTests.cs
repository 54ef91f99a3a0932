using System.Net;
using System.Text;
using Lysekil.Desk.History;
using Lysekil.Desk.SignIn;
using Lysekil.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lysekil.Desk.Tests;

/// <summary>The desk in a pipeline that is not the host's own, as within one HTTP function.</summary>
public sealed class BareBuilderTests
{
    [Fact]
    public async Task The_desk_answers_on_a_bare_builder()
    {
        var site = new SimulatedSite(TimeProvider.System);
        var options = new DeskOptions
        {
            SignIn = SignInMode.Laptop,
            SiteAddress = new Uri("https://www.lysekil.example/"),
        };
        using var host = new HostBuilder()
            .ConfigureWebHost(web => web
                .UseTestServer()
                .Configure(_ => { })
                .ConfigureServices(services => services
                    .AddSingleton(site.Storage.Site)
                    .AddSingleton(site.Engine)
                    .AddSingleton(TimeProvider.System)
                    .AddSingleton<IVersionHistory, KeptVersions>()
                    .AddDesk(options)))
            .Build();
        var app = new ApplicationBuilder(host.Services);
        app.UseDesk();
        var pipeline = app.Build();
        await using var scope = host.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Scheme = "http";
        http.Request.Method = "GET";
        http.Request.Host = new HostString("localhost");
        http.Request.Path = "/desk/";
        http.Response.Body = body;

        await pipeline(http);

        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        Assert.Contains("<h1>Filer</h1>", Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }
}
