using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>
/// The file <c>site.yaml</c>, which is changed one setting at a time while every other byte stays: byte order mark,
/// line ends, comments, order, and settings that are unknown. Immutable.
/// </summary>
/// <remarks>
/// Each change is read back as the engine reads settings, and is only made if it changes what it should and nothing
/// else. A setting in another one is named by both: <c>colours.accent</c>.
/// </remarks>
public sealed class EditableSettings
{
    private const string NotOneByOne = "Inställningarna är skrivna på ett sätt som formuläret inte kan ändra.";
    private const string Footer = "footer";
    private const string Menus = "menu";

    private readonly SettingsLines _lines;
    private readonly FrontMatter _settings;

    private EditableSettings(ReadOnlyMemory<byte> bytes, SettingsLines lines, FrontMatter settings) =>
        (Bytes, _lines, _settings) = (bytes, lines, settings);

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>
    /// The links of the menu as they are written, in one line each; those that a site has by default if none are.
    /// </summary>
    public IReadOnlyList<MenuEntry> Menu => Find(Menus) is { } menu
        ? [.. menu.Items.Select(i => Clean(SiteMenu.Written(i)))]
        : SiteMenu.Usual(Locale.Of(Value("language")) ?? Locale.Swedish);

    /// <summary>The lines of a setting that is a mapping, as they are written.</summary>
    /// <param name="name"><c>redirects</c> or <c>social</c>.</param>
    public IReadOnlyList<WrittenPair> Pairs(string name) =>
        [.. (Find(name)?.Nested ?? []).Select(n => Clean(new WrittenPair(n.Path, n.Value)))];

    /// <summary>Opens a file.</summary>
    /// <param name="bytes">The whole file; empty for a new one.</param>
    /// <returns>The settings, or the reason, in Swedish, why they cannot be changed one by one.</returns>
    public static (EditableSettings? Settings, string? Reason) Open(ReadOnlyMemory<byte> bytes)
    {
        var (text, undecodable) = string.IsNullOrWhiteSpace(SourceText.Characters(bytes.Span))
            ? ("", null)
            : SourceText.Decode(bytes.Span);
        if (text is null)
        {
            return (null, undecodable!.Message);
        }

        var (settings, refusal) = FrontMatter.Parse(text, firstLine: 1);
        if (refusal is not null)
        {
            return (null, refusal.Message);
        }

        return settings.UnreadLine is null
            && FileText.Of(bytes.Span) is { } file
            && SettingsLines.Of(file) is { } lines
            ? (new EditableSettings(bytes, lines, settings), null)
            : (null, NotOneByOne);
    }

    /// <summary>The value of a setting, in one line unless it is the footer; empty if there is none.</summary>
    public string Value(string name)
    {
        var value = name.Split('.') is [var parent, var child]
            ? Find(parent)?.Nested.FirstOrDefault(n => Is(child, n.Path))?.Value
            : Find(name)?.Value;
        return name == Footer ? value ?? "" : OneLine.Of(value ?? "");
    }

    /// <summary>The name of the setting on a line of the file, from 1, as written; empty if there is none.</summary>
    public string NameAt(int line) =>
        string.Join('.', _lines.NamesAt(line - 1, name => Find(name) is { Nested.Count: > 0 }));

    /// <summary>Whether a setting can be changed here; it is tried.</summary>
    public bool CanSet(string name) =>
        With(name, Value(name) == "#123456" ? "#654321" : "#123456") is not null;

    /// <summary>Whether the menu can be changed here; it is tried.</summary>
    public bool CanSetMenu => WithMenu([.. Menu, new MenuEntry("Menu", "/menu/")]) is not null;

    /// <summary>Whether the lines of a mapping can be changed here; it is tried.</summary>
    public bool CanSetPairs(string name) =>
        WithPairs(name, [.. Pairs(name), new WrittenPair("/en/", "/tva/")]) is not null;

    /// <summary>The file with another value of a setting; without the setting if the value is empty.</summary>
    /// <returns><c>null</c> if the file cannot be changed so.</returns>
    public EditableSettings? With(string name, string? value)
    {
        var wanted = name == Footer ? CleanLines(value) : Clean(value);
        if (wanted == Value(name))
        {
            return this;
        }

        var lines = name.Split('.') is [var parent, var child]
            ? _lines.WithNested(Key(parent), Find(parent), child, wanted)
            : Find(name) is null or { Items.Count: 0, Nested.Count: 0, Values.Count: <= 1 }
                ? _lines.With(Key(name), wanted)
                : null;
        return Checked(lines, name) is { } changed && changed.Value(name) == wanted ? changed : null;
    }

    /// <summary>The file with other links in its menu; none are written as an empty list.</summary>
    /// <inheritdoc cref="With" path="/returns"/>
    public EditableSettings? WithMenu(IEnumerable<MenuEntry> entries)
    {
        var wanted = entries.Select(Clean).Where(e => e.Text.Length + e.Url.Length > 0).ToList();
        if (wanted.SequenceEqual(Menu))
        {
            return this;
        }

        var lines = _lines.WithMenu(Key(Menus), Find(Menus), Menu, wanted);
        return Checked(lines, Menus) is { } changed && changed.Menu.SequenceEqual(wanted) ? changed : null;
    }

    /// <summary>The file with other lines in a mapping; without the setting if there are none.</summary>
    /// <inheritdoc cref="With" path="/returns"/>
    public EditableSettings? WithPairs(string name, IEnumerable<WrittenPair> pairs)
    {
        var wanted = pairs.Select(Clean).Where(p => p.Key.Length + p.Value.Length > 0).ToList();
        var old = Pairs(name);
        if (wanted.SequenceEqual(old))
        {
            return this;
        }

        var lines = _lines.WithPairs(Key(name), Find(name), old, wanted);
        return Checked(lines, name) is { } changed && changed.Pairs(name).SequenceEqual(wanted) ? changed : null;
    }

    /// <summary>The file with other lines, if only the setting of one name differs.</summary>
    private EditableSettings? Checked(IReadOnlyList<string>? lines, string name)
    {
        return lines is not null
            && _lines.File.ToBytes(lines) is { } bytes
            && Open(bytes).Settings is { } changed
            && Others(changed).SequenceEqual(Others(this))
            ? changed
            : null;

        IEnumerable<(string, string, string)> Others(EditableSettings settings) => settings.All.Where(s =>
            !Is(name, s.Path) && !(name is Menus or SiteRedirects.Setting or SiteSocial.Setting && Is(name, s.Key)));
    }

    /// <summary>Each value with its setting and with the names that lead to it.</summary>
    private IEnumerable<(string Key, string Path, string Value)> All => _settings.Entries.SelectMany(e =>
        e.Value.Values.Where(v => v.Length > 0).Select(v => (e.Key, e.Key, v))
            .Concat(e.Value.Nested.Select(n => (e.Key, $"{e.Key}.{n.Path}", n.Value)))
            .Concat(e.Value.Items.SelectMany(
                (item, at) => item.Select(i => (e.Key, $"{e.Key}[{at}].{i.Key}", i.Value)))));

    private FrontMatter.Entry? Find(string name) => _settings.Entries.FirstOrDefault(e => Is(name, e.Key)).Value;

    /// <summary>The name of a setting as it is written, or as it is to be written.</summary>
    private string Key(string name) => _settings.Entries.FirstOrDefault(e => Is(name, e.Key)).Key ?? name;

    private static bool Is(string name, string written) => written.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Clean(string? value) => OneLine.WithoutControls(value ?? "");

    private static MenuEntry Clean(MenuEntry entry) => new(Clean(entry.Text), Clean(entry.Url));

    private static WrittenPair Clean(WrittenPair pair) => new(Clean(pair.Key), Clean(pair.Value));

    private static string CleanLines(string? value) => string.Concat(
        Newline.Unify(value ?? "").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();
}

/// <summary>A line of a mapping as it is written, which the site may be unable to use.</summary>
/// <param name="Key">An old address, or the name of a service.</param>
/// <param name="Value">The address to which it leads.</param>
public sealed record WrittenPair(string Key, string Value);
