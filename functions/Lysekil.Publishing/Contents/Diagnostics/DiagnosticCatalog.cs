using System.Globalization;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Diagnostics;

/// <summary>The texts of all diagnostics, in one place and one tone.</summary>
public static partial class DiagnosticCatalog
{
    /// <summary>The message about a place in a document, in which its editor sees no numbers of lines.</summary>
    public static string InParagraph(int number, string beginning, string message) =>
        beginning.Length == 0 ? $"Stycke {number}: {message}" : $"Stycke {number}, ”{beginning}”: {message}";

    private static Diagnostic Refusal(
        string code, int? line, string message, string remedy, string? inWord = null, string? messageInWord = null) =>
        new(Severity.Refusal, code, line, message, remedy) { RemedyInWord = inWord, MessageInWord = messageInWord };

    private static Diagnostic Warning(
        string code, int? line, string message, string remedy, string? inWord = null, string? messageInWord = null) =>
        new(Severity.Warning, code, line, message, remedy) { RemedyInWord = inWord, MessageInWord = messageInWord };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(SwedishNumbers);

    private static string Short(string text, int most = 60) => Shortened.Of(text, most);

    private static readonly NumberFormatInfo SwedishNumbers =
        new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0" };
}
