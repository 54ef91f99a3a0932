using System.Text.RegularExpressions;

namespace Lysekil.Infrastructure.Tests.Bicep;

/// <summary><c>infra/main.bicepparam</c>.</summary>
internal static partial class ParameterFile
{
    /// <summary>What it reads from an azd environment.</summary>
    public static IReadOnlyList<string> Settings { get; } =
        [.. Reading().Matches(Repository.Read("infra/main.bicepparam")).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Reading();
}
