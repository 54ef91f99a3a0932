using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lysekil.Local.Functions;
using Lysekil.Local.Output.Findings;
using Lysekil.Local.Storage;

namespace Lysekil.Local.Commands;

/// <summary>The options of several commands.</summary>
internal static class SharedOptions
{
    public const int SitePort = 4280;

    public static readonly Option<string?> Storage = new("--storage")
    {
        Description = "The storage to work on. Default: the local Azurite.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    public static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Where the local Azurite keeps its data. Default: .lysekil in the repository.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<int> AzuritePort = Port(
        "--azurite-port", "The first of the local Azurite's three ports.", EmulatorPorts.Usual, least: 1, most: 65533);

    public static readonly Option<int> Website = Port(
        "--port", "Where the site is shown. 0: any free port.", SitePort, least: 0, most: 65535);

    public static readonly Option<FunctionsMode> Functions = new("--functions")
    {
        Description = "What runs the functions: the runner (default), or the function app, started with Core Tools.",
        HelpName = "in-process|external",
        CustomParser = ParseMode,
        Recursive = true,
    };

    public static readonly Option<DirectoryInfo?> Content = new("--content")
    {
        Description = "The folder with the articles. Default: content, here or in a folder above.",
        HelpName = "DIR",
    };

    public static readonly Option<FindingFormat> Format = new("--format")
    {
        Description = "How to write what was found: lines for people (default), or one of the formats for programs.",
        HelpName = "text|json|sarif|github",
        CustomParser = ParseFormat,
    };

    public static StorageChoice StorageOf(ParseResult parsed) => new(
        parsed.GetValue(Storage),
        parsed.GetValue(Data)?.FullName ?? Repository.DataFolder,
        new EmulatorPorts(parsed.GetValue(AzuritePort)));

    private static Option<int> Port(string name, string description, int usual, int least, int most)
    {
        return new Option<int>(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => usual,
            CustomParser = ParsePort,
            Recursive = true,
        };

        int ParsePort(ArgumentResult result)
        {
            var text = result.Tokens.Single().Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port >= least && port <= most)
            {
                return port;
            }

            result.AddError(FormattableString.Invariant($"{name} is a port, from {least} to {most}."));
            return default;
        }
    }

    private static FindingFormat ParseFormat(ArgumentResult result)
    {
        switch (result.Tokens.Single().Value)
        {
            case "text":
                return FindingFormat.Text;
            case "json":
                return FindingFormat.Json;
            case "sarif":
                return FindingFormat.Sarif;
            case "github":
                return FindingFormat.GitHub;
            default:
                result.AddError("--format is text, json, sarif or github.");
                return default;
        }
    }

    private static FunctionsMode ParseMode(ArgumentResult result)
    {
        switch (result.Tokens.Single().Value)
        {
            case "in-process":
                return FunctionsMode.InProcess;
            case "external":
                return FunctionsMode.External;
            default:
                result.AddError("--functions is in-process or external.");
                return default;
        }
    }
}
