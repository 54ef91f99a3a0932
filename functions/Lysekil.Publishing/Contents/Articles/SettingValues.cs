using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>Reads values of settings, and collects diagnostics about those that cannot be used.</summary>
internal sealed class SettingValues(WrittenSettings written)
{
    private const string OneValue = "ett enda värde, inte en lista";

    public List<Diagnostic> Diagnostics { get; } = [];

    public WrittenSettings Written => written;

    /// <summary>Adds a diagnostic, if there is one.</summary>
    public void Add(Diagnostic? diagnostic)
    {
        if (diagnostic is not null)
        {
            Diagnostics.Add(diagnostic);
        }
    }

    /// <summary>
    /// The setting that counts, under the first of its names. Another with the same meaning and another value gives a
    /// diagnostic: a refusal where the file cannot be published by a guess, else a warning.
    /// </summary>
    public WrittenSetting? Preferred(string name, bool mustAgree = false)
    {
        WrittenSetting? first = null;
        foreach (var setting in written.FindAll(name))
        {
            if (first is null)
            {
                first = setting;
            }
            else if (!AreEqual(first.Entry.Values, setting.Entry.Values))
            {
                Diagnostics.Add(mustAgree
                    ? DiagnosticCatalog.SettingsDiffer(setting.Entry.Line, setting.Key, first.Entry.Line, first.Key)
                    : DiagnosticCatalog.SettingUnused(setting.Entry.Line, setting.Key, first.Entry.Line, first.Key));
            }
        }

        return first;
    }

    /// <summary>A text in one line; <c>null</c> if there is none.</summary>
    public string? Line(string name, int most = int.MaxValue, bool mustAgree = false) =>
        Single(name, mustAgree) is { } setting
            ? Line(setting.Key, setting.Entry.Line, setting.Entry.Value, most)
            : null;

    /// <inheritdoc cref="Line(string, int, bool)"/>
    public string Line(string key, int line, string value, int most)
    {
        var text = OneLine.Of(value);
        if (text.Length > most)
        {
            Diagnostics.Add(DiagnosticCatalog.ValueTooLong(line, key, text.Length, most));
        }

        return text;
    }

    /// <summary>A value that <paramref name="read"/> gives, or a refusal that tells what is expected.</summary>
    public string? Text(string name, string expected, Func<string, string?> read, bool mustAgree = false) =>
        Single(name, mustAgree) is { } setting ? read(setting.Entry.Value) ?? Refuse(setting, expected) : null;

    /// <inheritdoc cref="Text"/>
    public T? Value<T>(string name, string expected, Func<string, T?> read, bool mustAgree = false)
        where T : struct
    {
        if (Single(name, mustAgree) is not { } setting)
        {
            return null;
        }

        var value = read(setting.Entry.Value);
        if (value is null)
        {
            Refuse(setting, expected);
        }

        return value;
    }

    /// <summary>The setting, of which a list would lose all values but the first: it gives a refusal.</summary>
    public WrittenSetting? Single(string name, bool mustAgree = false)
    {
        Preferred(name, mustAgree);
        if (written.Find(name) is { Entry.Values.Count: > 1 } setting)
        {
            Diagnostics.Add(DiagnosticCatalog.ValueInvalid(
                setting.Entry.Line, setting.Key, string.Join(", ", setting.Entry.Values), OneValue));
        }

        return written.Find(name);
    }

    private string? Refuse(WrittenSetting setting, string expected)
    {
        Diagnostics.Add(DiagnosticCatalog.ValueInvalid(
            setting.Entry.Line, setting.Key, setting.Entry.Value, expected));
        return null;
    }

    private static bool AreEqual(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Select(OneLine.Of).SequenceEqual(other.Select(OneLine.Of), StringComparer.Ordinal);
}
