using Lysekil.Publishing.Contents.Diagnostics;
using Tomlyn;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Settings that are written as TOML 1.1, as Hugo and Zola have them.</summary>
internal static class TomlFrontMatter
{
    private const string WriteSo =
        "Skriv varje inställning på en egen rad, med citattecken kring text, som title = \"Rubriken\".";

    private const string WithEqualsSigns = "Skriv likhetstecken i stället för kolon, som title = \"Rubriken\". "
        + "Är inställningarna skrivna som YAML, så skriv --- i stället för +++ på båda raderna.";

    /// <summary>The settings, or the refusal that tells why they cannot be read.</summary>
    public static (FrontMatter FrontMatter, Diagnostic? Refusal) Parse(string toml, int firstLine)
    {
        TomlReader? reader = null;
        try
        {
            reader = new TomlReader(toml);
            return (reader.Read(firstLine), null);
        }
        catch (FrontMatterException error)
        {
            return Refused(error.Line, error.Message, error.Remedy ?? WriteSo);
        }
        catch (TomlException error)
        {
            return Malformed(error.Line - 1);
        }
        catch (Exception unexpected) when (unexpected is InvalidOperationException or ArgumentException
            or FormatException or ArithmeticException or IndexOutOfRangeException)
        {
            return Malformed(errorLine: null);
        }

        // At the end of the text, and where nesting is too deep, the parser names the first line or none.
        (FrontMatter, Diagnostic?) Malformed(int? errorLine)
        {
            var at = Math.Max(errorLine ?? 0, reader?.Line ?? 0);
            return HasColon(toml, at)
                ? Refused(at, "raden har ett kolon där det ska vara ett likhetstecken.", WithEqualsSigns)
                : Refused(at, "TOML-felet är på eller strax före den här raden.", WriteSo);
        }

        (FrontMatter, Diagnostic?) Refused(int line, string detail, string remedy) =>
            (FrontMatter.None, DiagnosticCatalog.FrontMatterInvalid(firstLine + line, detail, remedy));
    }

    /// <summary>Whether the line has a name and a colon, as in YAML.</summary>
    private static bool HasColon(string toml, int line)
    {
        foreach (var range in toml.AsSpan().Split('\n'))
        {
            if (line-- == 0)
            {
                var written = toml.AsSpan(range);
                return written.IndexOf(':') is > 0 and var colon && !written[..colon].ContainsAny("=\"'[");
            }
        }

        return false;
    }
}
