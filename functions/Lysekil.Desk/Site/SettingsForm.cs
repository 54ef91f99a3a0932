using System.Globalization;
using Lysekil.Desk.Writing;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Desk.Site;

/// <summary>
/// What the form of the site's settings holds: the version that it was filled with, and a value for each field.
/// </summary>
/// <param name="Read">The ETag of the version that its publisher read; <c>null</c> for a new file.</param>
/// <param name="Base">The bytes of that version.</param>
/// <param name="Values">The values by their settings; one that the form cannot change is missing.</param>
/// <param name="Menu">The menu; <c>null</c> if the form cannot change it.</param>
/// <param name="Pairs">The rows by their settings; those of one that the form cannot change are missing.</param>
/// <param name="Button">The value of the button that was pressed.</param>
internal sealed record SettingsForm(
    ETag? Read,
    ReadOnlyMemory<byte> Base,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<MenuEntry>? Menu,
    IReadOnlyDictionary<string, IReadOnlyList<WrittenPair>> Pairs,
    string Button)
{
    public const string ButtonField = "knapp";
    public const string Save = "spara";
    public const string MenuLabel = "Meny";

    /// <summary>Begins the value of a button that moves a link of the menu up; its number follows, from 1.</summary>
    public const string Up = "upp-";

    public static string TextField(int number) => $"menytext-{Digits(number)}";

    public static string UrlField(int number) => $"menyadress-{Digits(number)}";

    /// <exception cref="BadHttpRequestException">The form is not as the page makes it.</exception>
    public static SettingsForm Of(IFormCollection form)
    {
        var values = SettingsField.All.Where(f => form.ContainsKey(f.Name))
            .ToDictionary(f => f.Setting, f => form[f.Name].ToString(), StringComparer.Ordinal);
        var menu = Rows(form, TextField, UrlField)?.Select(row => new MenuEntry(row.First, row.Second));
        var pairs = new Dictionary<string, IReadOnlyList<WrittenPair>>(StringComparer.Ordinal);
        foreach (var setting in SettingsPairs.All)
        {
            if (Rows(form, setting.Key.Of, setting.Value.Of) is { } rows)
            {
                pairs[setting.Setting] = [.. rows.Select(row => new WrittenPair(row.First, row.Second))];
            }
        }

        return new SettingsForm(
            EditorInput.ReadVersion(form),
            EditorInput.BaseOf(form),
            values,
            menu?.ToList(),
            pairs,
            form[ButtonField].ToString());
    }

    /// <summary>
    /// The rows of two fields that are not both empty; <c>null</c> if the form has no such rows.
    /// </summary>
    private static IEnumerable<(string First, string Second)>? Rows(
        IFormCollection form, Func<int, string> first, Func<int, string> second)
    {
        var rows = Enumerable.Range(1, form.Count).TakeWhile(n => form.ContainsKey(first(n)))
            .Select(n => (First: form[first(n)].ToString().Trim(), Second: form[second(n)].ToString().Trim()))
            .ToList();
        return rows.Count == 0 ? null : rows.Where(row => row.First.Length + row.Second.Length > 0);
    }

    /// <summary>The form of a version as it is.</summary>
    public static SettingsForm Of(ETag? etag, EditableSettings settings) => new(
        etag,
        settings.Bytes,
        SettingsField.All.ToDictionary(f => f.Setting, f => settings.Value(f.Setting), StringComparer.Ordinal),
        settings.Menu,
        SettingsPairs.All.ToDictionary(p => p.Setting, p => settings.Pairs(p.Setting), StringComparer.Ordinal),
        "");

    /// <summary>The form with a row for a redirect from an address; without it if that is none, or has a row.</summary>
    public SettingsForm WithRow(string from)
    {
        var setting = SettingsPairs.Redirects.Setting;
        return PageKey.FromUrl(from) is null || Pairs[setting].Any(r => r.Key == from)
            ? this
            : this with { Pairs = With(setting, [.. Pairs[setting], new WrittenPair(from, "")]) };
    }

    private Dictionary<string, IReadOnlyList<WrittenPair>> With(string setting, IReadOnlyList<WrittenPair> rows) =>
        new(Pairs, StringComparer.Ordinal) { [setting] = rows };

    /// <summary>The form with a link of the menu moved up; <c>null</c> if no such button was pressed.</summary>
    public SettingsForm? Moved()
    {
        if (!Button.StartsWith(Up, StringComparison.Ordinal)
            || !int.TryParse(Button.AsSpan(Up.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || Menu is null
            || number < 2
            || number > Menu.Count)
        {
            return null;
        }

        var menu = Menu.ToList();
        (menu[number - 2], menu[number - 1]) = (menu[number - 1], menu[number - 2]);
        return this with { Menu = menu };
    }

    /// <summary>Makes the changes in the version that the form was filled with.</summary>
    public SettingsChange ApplyTo(EditableSettings settings)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        string? unchanged = null;
        foreach (var field in SettingsField.All.Where(f => Values.ContainsKey(f.Setting)))
        {
            Try(settings.With(field.Setting, Values[field.Setting]), field.Setting, field.Label);
        }

        if (Menu is not null)
        {
            Try(settings.WithMenu(Menu), SettingsField.Menu, MenuLabel);
        }

        foreach (var pairs in SettingsPairs.All.Where(p => Pairs.ContainsKey(p.Setting)))
        {
            var (rows, before) = (Pairs[pairs.Setting], settings.Pairs(pairs.Setting).ToHashSet());
            changed.UnionWith(rows.Where(r => !before.Contains(r)).Select(r => pairs.NameOf(r.Key)));
            Try(settings.WithPairs(pairs.Setting, rows), pairs.Setting, pairs.Label);
        }

        return new SettingsChange(settings, changed, unchanged);

        void Try(EditableSettings? with, string setting, string label)
        {
            unchanged ??= with is null ? label : null;
            if (with is null || with != settings)
            {
                changed.Add(setting);
            }

            settings = with ?? settings;
        }
    }

    /// <summary>The form of a later version, with the changes of this one.</summary>
    /// <param name="changed">The settings that this form changes.</param>
    /// <param name="later">The form of the later version.</param>
    public SettingsForm Onto(IReadOnlySet<string> changed, SettingsForm later) => later with
    {
        Values = later.Values.ToDictionary(
            v => v.Key,
            v => changed.Contains(v.Key) ? Values.GetValueOrDefault(v.Key, v.Value) : v.Value,
            StringComparer.Ordinal),
        Menu = changed.Contains(SettingsField.Menu) ? Menu : later.Menu,
        Pairs = later.Pairs.ToDictionary(
            p => p.Key,
            p => changed.Contains(p.Key) ? Pairs.GetValueOrDefault(p.Key, p.Value) : p.Value,
            StringComparer.Ordinal),
    };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The settings with the changes of a form.</summary>
/// <param name="Settings">The settings, with all changes that could be made.</param>
/// <param name="Changed">The settings that the form changes.</param>
/// <param name="Unchanged">The label of the first field that could not be changed; <c>null</c> if all could.</param>
internal sealed record SettingsChange(EditableSettings Settings, IReadOnlySet<string> Changed, string? Unchanged);
