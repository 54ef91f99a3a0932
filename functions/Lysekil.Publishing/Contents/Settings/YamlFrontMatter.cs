using Lysekil.Publishing.Contents.Diagnostics;
using YamlDotNet.Core;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Settings that are written as YAML.</summary>
internal static class YamlFrontMatter
{
    /// <summary>The settings, or the refusal that tells why they cannot be read.</summary>
    public static (FrontMatter FrontMatter, Diagnostic? Refusal) Parse(string yaml, int firstLine)
    {
        var scanner = new Scanner(new StringReader(yaml));
        try
        {
            return (YamlReader.Read(scanner, yaml, firstLine), null);
        }
        catch (FrontMatterException error)
        {
            var remedy = error.Remedy ?? YamlMistake.Find(yaml, error.Line, ErrorIn)?.Remedy;
            return Refused(DiagnosticCatalog.FrontMatterInvalid(
                firstLine + error.Line, error.Message, remedy ?? YamlMistake.OneLineEach));
        }
        catch (YamlException error)
        {
            return Refused(YamlMistake.Of(yaml, LineOf(error.Start), firstLine, ErrorIn));
        }
        catch (Exception unexpected) when (IsFaultOfTheLibrary(unexpected))
        {
            return Refused(YamlMistake.Of(yaml, LineOf(scanner.CurrentPosition), firstLine, ErrorIn));
        }
    }

    /// <summary>Whether the text is a YAML mapping that is not empty.</summary>
    public static bool HasSettings(string yaml)
    {
        try
        {
            return YamlReader.Read(new Scanner(new StringReader(yaml)), yaml, firstLine: 1).Entries.Any();
        }
        catch (Exception malformed) when (IsMalformed(malformed))
        {
            return false;
        }
    }

    /// <summary>Whether the exception tells that the settings are malformed.</summary>
    internal static bool IsMalformed(Exception thrown) =>
        thrown is FrontMatterException or YamlException || IsFaultOfTheLibrary(thrown);

    /// <summary>The line of a place, from 0.</summary>
    internal static int LineOf(Mark mark) => (int)Math.Max(0, mark.Line - 1);

    /// <summary>The line of the first error, from 0; <c>null</c> if there is none.</summary>
    private static int? ErrorIn(string yaml)
    {
        var scanner = new Scanner(new StringReader(yaml));
        try
        {
            YamlReader.Read(scanner, yaml, firstLine: 1);
            return null;
        }
        catch (FrontMatterException error)
        {
            return error.Line;
        }
        catch (YamlException error)
        {
            return LineOf(error.Start);
        }
        catch (Exception unexpected) when (IsFaultOfTheLibrary(unexpected))
        {
            return LineOf(scanner.CurrentPosition);
        }
    }

    /// <summary>Such a fault comes mostly at a list without its end (YamlDotNet's issue 541).</summary>
    private static bool IsFaultOfTheLibrary(Exception unexpected) =>
        unexpected is InvalidOperationException or ArgumentException;

    private static (FrontMatter, Diagnostic?) Refused(Diagnostic refusal) => (FrontMatter.None, refusal);
}
