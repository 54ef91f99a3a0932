using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>
/// An editor's file that is changed one setting at a time, under the names of <see cref="Manuscript"/>, while every
/// other byte stays: byte order mark, line ends, comments, and the names that the editor has for the settings.
/// Immutable.
/// </summary>
/// <remarks>
/// Each change is read back as the engine reads files, and is only made if it changes what it should and nothing else.
/// </remarks>
public sealed class EditableText
{
    private const string NotOneByOne =
        "Inställningarna överst i filen är skrivna på ett sätt som formuläret inte kan ändra.";

    private readonly SourcePath _path;
    private readonly FileText _file;
    private readonly SettingsBlock _block;
    private readonly WrittenSettings _settings;

    private EditableText(
        SourcePath path, ReadOnlyMemory<byte> bytes, FileText file, SettingsBlock block, WrittenSettings settings)
    {
        (_path, Bytes, _file, _block, _settings) = (path, bytes, file, block, settings);
        var first = block.Closing + 1;
        while (first < file.Lines.Count && FileText.Content(file.Lines[first]).Length == 0)
        {
            first++;
        }

        BodyLine = first + 1;
        Body = string.Concat(file.Lines.Skip(first).Select(l =>
            FileText.Content(l) is var content && content.Length < l.Length ? content + "\n" : content));
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The text below the settings, from the first line that is not empty, with <c>\n</c> line ends.</summary>
    public string Body { get; }

    /// <summary>The number of the body's first line in the file, from 1.</summary>
    public int BodyLine { get; }

    /// <summary>Whether the settings keep the text from readers.</summary>
    public bool IsDraft => _settings.All.Any(MeansDraft);

    /// <summary>Whether the file's name or folder keeps the text from readers, whatever its settings say.</summary>
    public bool IsDraftByName => DraftName.DiagnosticFor(_path) is not null;

    /// <summary>The name of the setting that says when the text is published.</summary>
    public string DateName => _settings.Find("publishDate") is null ? "date" : "publishDate";

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">The whole file.</param>
    /// <returns>The text, or the reason, in Swedish, why its settings cannot be changed one by one.</returns>
    public static (EditableText? Text, string? Reason) Open(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var (decoded, undecodable) = SourceText.Decode(bytes.Span);
        if (decoded is null)
        {
            return (null, undecodable!.Message);
        }

        var (settings, rest, bodyLine, refusal) = FrontMatter.Split(decoded);
        if ((refusal ?? MistakenFrontMatter.In(rest, bodyLine)) is { } mistaken)
        {
            return (null, mistaken.Message);
        }

        if (MarkdownFence.Unwrap(decoded).Diagnostic is not null
            || settings.UnreadLine is not null
            || FileText.Of(bytes.Span) is not { } file
            || SettingsBlock.Of(file.Lines, bodyLine) is not { } block)
        {
            return (null, NotOneByOne);
        }

        return (new EditableText(path, bytes, file, block, WrittenSettings.Of(settings)), null);
    }

    /// <summary>The value of a setting in one line; empty if there is none.</summary>
    public string Value(string name) => _settings.Find(name) is { } setting ? OneLine.Of(setting.Entry.Value) : "";

    /// <summary>All values of a setting with several.</summary>
    public IReadOnlyList<string> Values(string name) =>
    [
        .. _settings.FindAll(name).SelectMany(s => s.Entry.Values).SelectMany(v => v.Split(','))
            .Select(OneLine.Of).Where(v => v.Length > 0),
    ];

    /// <summary>
    /// Whether the setting can be changed here: it is missing, or stands once, with a value that is not nested.
    /// </summary>
    public bool CanSet(string name)
    {
        var written = Written(name);
        return written.Count == 0
            ? !name.StartsWith("image_", StringComparison.Ordinal) || CanSet("image")
            : written is [{ Key: var key, Entry: { Items.Count: 0, Nested.Count: 0 } entry }]
                && (IsList(name) || entry.Values.Count <= 1)
                && _block.Find(key) is not null;
    }

    /// <summary>The text with another value of a setting; without the setting if the value is empty.</summary>
    /// <returns><c>null</c> if the file cannot be changed so.</returns>
    public EditableText? With(string name, string? value)
    {
        var line = Clean(value);
        if (line == Value(name))
        {
            return this;
        }

        return line.Length == 0
            ? Without(Written(name).Select(s => s.Key))
            : Changed(name, [line], isList: false) is { } changed && changed.Value(name) == line ? changed : null;
    }

    /// <summary>The text with other values of a setting with several; without it if there are none.</summary>
    /// <inheritdoc cref="With" path="/returns"/>
    public EditableText? WithValues(string name, IEnumerable<string> values)
    {
        var lines = values.SelectMany(v => v.Split(',')).Select(Clean).Where(v => v.Length > 0).ToList();
        if (lines.SequenceEqual(Values(name), StringComparer.Ordinal))
        {
            return this;
        }

        return lines.Count == 0
            ? Without(Written(name).Select(s => s.Key))
            : Changed(name, lines, isList: true) is { } changed && changed.Values(name).SequenceEqual(lines)
                ? changed
                : null;
    }

    /// <summary>
    /// The text as a draft, or without all settings that make it one, whatever their names are.
    /// </summary>
    /// <inheritdoc cref="With" path="/returns"/>
    public EditableText? WithDraft(bool isDraft) =>
        isDraft == IsDraft ? this
        : isDraft ? With("draft", "true") is { IsDraft: true } draft ? draft : null
        : Without(_settings.All.Where(MeansDraft).Select(s => s.Key)) is { IsDraft: false } live ? live : null;

    /// <summary>The file with another text below its settings; lines that stay the same keep their ends.</summary>
    /// <inheritdoc cref="With" path="/returns"/>
    public EditableText? WithBody(string body)
    {
        var written = Newline.Unify(body);
        if (written == Body)
        {
            return this;
        }

        var (head, old) = (_file.Lines.Take(BodyLine - 1).ToList(), _file.Lines.Skip(BodyLine - 1).ToList());
        if (head is [.., var last] && FileText.Content(last).Length == last.Length)
        {
            head[^1] += _file.LineEnd;
        }

        var changed = Reopened([.. head, .. ChangedLines.Of(old, FileText.Split(written), _file.LineEnd)]);
        return changed is not null && changed.Body == written.TrimStart('\n')
            && changed._settings.All.SequenceEqual(_settings.All, SettingComparer.Instance)
            ? changed
            : null;
    }

    /// <summary>The names, as written, of the settings on some lines of the file, from 1.</summary>
    internal IEnumerable<string> KeysAt(IReadOnlyCollection<int> lines) =>
        _block.Places.Where(p => lines.Any(l => l - 1 >= p.FirstLine && l - 1 <= p.LastLine)).Select(p => p.Key);

    /// <summary>The text without the settings of some names, as written.</summary>
    /// <inheritdoc cref="With" path="/returns"/>
    internal EditableText? Without(IEnumerable<string> keys)
    {
        var text = this;
        foreach (var key in keys)
        {
            text = text?._block.Find(key) is { } place
                ? text.Checked(SettingsBlock.Without(text._file, place), key)
                : null;
        }

        return text;
    }

    private static bool IsList(string name) => name is "tags" or "aliases";

    private static bool MeansDraft(WrittenSetting setting) =>
        PublicationSetting.Read(setting).Meaning == PublicationMeaning.Draft;

    private static string Clean(string? value) => OneLine.WithoutControls(value ?? "");

    private List<WrittenSetting> Written(string name) => [.. _settings.All.Where(s => s.Name == name)];

    private EditableText? Changed(string name, IReadOnlyList<string> values, bool isList)
    {
        if (!CanSet(name))
        {
            return null;
        }

        var key = Written(name) is [var written] ? written.Key : name;
        return Checked(_block.With(_file, key, values, isList), key);
    }

    /// <summary>The file with other lines, if only the setting of one name differs.</summary>
    private EditableText? Checked(IReadOnlyList<string> lines, string key)
    {
        return Reopened(lines) is { } changed
            && changed.Body == Body
            && Others(changed).SequenceEqual(Others(this), SettingComparer.Instance)
            ? changed
            : null;

        IEnumerable<WrittenSetting> Others(EditableText text) => text._settings.All.Where(s => s.Key != key);
    }

    private EditableText? Reopened(IEnumerable<string> lines) =>
        _file.ToBytes(lines) is { } bytes ? Open(_path, bytes).Text : null;
}
