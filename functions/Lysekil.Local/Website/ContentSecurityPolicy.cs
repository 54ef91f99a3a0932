namespace Lysekil.Local.Website;

/// <summary>Relaxes a policy (Content Security Policy Level 3, section 2.2) for live reload.</summary>
internal static class ContentSecurityPolicy
{
    // Of each, the first directive that a policy has counts.
    private static readonly string[][] Needed = [["script-src-elem", "script-src"], ["connect-src"]];

    /// <summary>The same policy, with <c>'self'</c> among the sources of scripts and of connections.</summary>
    public static string AllowSelf(string policy)
    {
        var directives = policy
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(directive => directive.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList())
            .ToList();
        foreach (var names in Needed)
        {
            var found = names.Select(name => Find(directives, name)).FirstOrDefault(d => d is not null);
            if (found is { } directive)
            {
                directive.RemoveAll(source => source is "'none'");
                if (!directive.Contains("'self'"))
                {
                    directive.Add("'self'");
                }
            }
            else if (Find(directives, "default-src") is { } fallback)
            {
                directives.Add(
                    [names[^1], .. fallback.Skip(1).Where(source => source is not ("'none'" or "'self'")), "'self'"]);
            }
        }

        return string.Join("; ", directives.Select(directive => string.Join(' ', directive)));
    }

    private static List<string>? Find(List<List<string>> directives, string name) =>
        directives.Find(directive => directive[0].Equals(name, StringComparison.OrdinalIgnoreCase));
}
