using System.Text.RegularExpressions;

namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>A file of <c>infra/hooks</c>.</summary>
internal static partial class HookScript
{
    /// <summary>Each call of <c>az</c>, without what the two languages write differently.</summary>
    public static IReadOnlyList<string> Calls(string file)
    {
        var text = Continuation().Replace(Repository.Read("infra/hooks/" + file), " ");
        return
        [
            .. Call().Matches(text).Select(match => Different().Replace(match.Value, "")
                .Replace("env:", "", StringComparison.Ordinal).Replace("then", "", StringComparison.Ordinal).Trim()),
        ];
    }

    [GeneratedRegex(@"[\\`]\n\s*")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"\baz (account|group|lock|resource|role|storage) .*|\bazd env .*")]
    private static partial Regex Call();

    [GeneratedRegex("[\"'();]")]
    private static partial Regex Different();
}
