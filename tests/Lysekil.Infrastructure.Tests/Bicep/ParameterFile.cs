using System.Text.RegularExpressions;

namespace Lysekil.Infrastructure.Tests.Bicep;

/// <summary><c>infra/main.bicepparam</c>.</summary>
internal static partial class ParameterFile
{
    /// <summary>The settings that it reads from an azd environment, with their defaults.</summary>
    public static IReadOnlyDictionary<string, string> Defaults { get; } =
        Reading().Matches(Repository.Read("infra/main.bicepparam"))
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    /// <summary>The settings that it reads from an azd environment.</summary>
    public static IReadOnlyList<string> Settings { get; } = [.. Defaults.Keys];

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)', '([^']*)'\)")]
    private static partial Regex Reading();
}
