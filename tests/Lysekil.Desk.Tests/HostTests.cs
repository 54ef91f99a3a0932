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

/// <summary>The desk in the pipelines of its hosts.</summary>
public sealed class HostTests
{
    private static readonly DeskOptions Options = new()
    {
        SignIn = SignInMode.Laptop,
        SiteAddress = new Uri("https://www.lysekil.example/"),
    };

    [Fact]
    public async Task In_a_web_application_the_desk_answers_below_its_folder_and_the_site_everywhere_else()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        AddDesk(builder.Services);
        await using var app = builder.Build();
        app.UseDesk();
        app.Run(http => http.Response.WriteAsync("the site"));
        await app.StartAsync();
        using var http = app.GetTestClient();

        var desk = await http.GetAsync("/desk/");

        Assert.Equal(HttpStatusCode.Unauthorized, desk.StatusCode); // A caller without an address is not this machine.
        Assert.Contains("Logga in", await desk.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(desk.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("the site", await http.GetStringAsync("/2026/05/kajen/"));
    }

    [Fact]
    public async Task The_desk_answers_on_a_bare_builder()
    {
        using var host = new HostBuilder()
            .ConfigureWebHost(web => web.UseTestServer().Configure(_ => { }).ConfigureServices(AddDesk))
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

    private static void AddDesk(IServiceCollection services)
    {
        var site = new SimulatedSite(TimeProvider.System);
        services.AddSingleton(site.Storage.Site)
            .AddSingleton(site.Engine)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IVersionHistory, KeptVersions>()
            .AddDesk(Options);
    }
}
