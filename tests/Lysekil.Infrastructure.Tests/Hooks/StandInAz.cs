using System.Net;
using Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>
/// An <c>az</c> and an <c>azd</c> for the hook's PATH: scripts that hand their words to this process, which writes them
/// down and carries those of <c>az</c> out with <see cref="AzCommands"/>. Calls of storage may be refused at first, as
/// they are while a role is new.
/// </summary>
internal sealed class StandInAz : IAsyncDisposable
{
    private const string Script =
        """
        #!/usr/bin/env bash
        printf '%s\n' PROGRAM "$@" | curl --silent --show-error --fail-with-body --data-binary @- 'ADDRESS'
        """;

    private readonly WebApplication _server;
    private readonly AzCommands _commands;
    private readonly List<string> _calls = [];
    private int _refusals;

    private StandInAz(WebApplication server, AzCommands commands, int refusals)
    {
        (_server, _commands, _refusals) = (server, commands, refusals);
        _server.Run(AnswerAsync);
    }

    /// <summary>The folder of the script, for the PATH.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("lysekil-az-").FullName;

    /// <summary>The calls so far, one a line; those of <c>az</c> without its name.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <param name="accounts">Where the commands take effect.</param>
    /// <param name="refusals">How many calls of storage are refused first.</param>
    public static async Task<StandInAz> StartAsync(AzureAccounts accounts, int refusals = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var az = new StandInAz(builder.Build(), new AzCommands(accounts), refusals);
        await az._server.StartAsync();
        az.WriteScript("az");
        az.WriteScript("azd");
        return az;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var words = (await body.ReadToEndAsync()).TrimEnd('\n').Split('\n');
        if (words[0] == "azd")
        {
            _calls.Add(string.Join(' ', words));
            return;
        }

        words = words[1..];
        _calls.Add(string.Join(' ', words));
        try
        {
            if (words[0] == "storage" && _refusals-- > 0)
            {
                throw new ArgumentException("AuthorizationPermissionMismatch");
            }

            await http.Response.WriteAsync(await _commands.RunAsync(words));
        }
        catch (Exception refusal) when (refusal is ArgumentException or KeyNotFoundException or RequestFailedException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(refusal.Message);
        }
    }

    private void WriteScript(string program)
    {
        var script = Path.Combine(Folder, program);
        var text = Script.Replace("PROGRAM", program, StringComparison.Ordinal)
            .Replace("ADDRESS", _server.Urls.Single(), StringComparison.Ordinal);
        File.WriteAllText(script, text.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
