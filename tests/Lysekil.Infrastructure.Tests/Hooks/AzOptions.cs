namespace Lysekil.Infrastructure.Tests.Hooks;

/// <summary>
/// A call of the Azure CLI, taken apart: the words of the command, then options with a value or without.
/// </summary>
internal sealed class AzOptions
{
    private readonly Dictionary<string, string> _values;

    private AzOptions(string command, Dictionary<string, string> values)
    {
        Command = command;
        _values = values;
    }

    public string Command { get; }

    public static AzOptions Read(IReadOnlyList<string> words)
    {
        var command = words.TakeWhile(word => !IsOption(word)).ToList();
        var values = new Dictionary<string, string>();
        for (var at = command.Count; at < words.Count; at++)
        {
            var hasValue = at + 1 < words.Count && !IsOption(words[at + 1]);
            values.Add(words[at], hasValue ? words[++at] : "");
        }

        return new(string.Join(' ', command), values);
    }

    /// <summary>The value of an option. Each can be taken once.</summary>
    public string Take(string option) =>
        _values.Remove(option, out var value) ? value : throw new ArgumentException($"'{Command}' lacks {option}.");

    /// <summary>Requires an option with a value.</summary>
    public void Expect(string option, string value = "")
    {
        if (Take(option) is var given && given != value)
        {
            throw new ArgumentException($"'{Command}' is refused with {option} {given}.");
        }
    }

    /// <summary>Requires that no option is left.</summary>
    public void End()
    {
        if (_values.Count > 0)
        {
            throw new ArgumentException($"'{Command}' does not know {string.Join(", ", _values.Keys)}.");
        }
    }

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);
}
