using System.Globalization;
using Tomlyn;
using Tomlyn.Parsing;
using Entry = Lysekil.Publishing.Contents.Settings.FrontMatter.Entry;
using NestedValue = Lysekil.Publishing.Contents.Settings.FrontMatter.NestedValue;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// Reads a TOML document: tables become nested values, and arrays of tables the mappings of a list, as in YAML. The
/// parser does not see that a name is given twice, so this does.
/// </summary>
internal sealed class TomlReader(string toml)
{
    private const int MostValues = 1_000;
    private const int MostCharactersOfPath = 200;
    private const int MostLevels = 12;

    private static readonly TomlParserOptions Decoding = new() { DecodeScalars = true };
    private static readonly TomlSerializerOptions Limits = new() { MaxDepth = MostLevels };

    private readonly TomlParser _parser = TomlParser.Create(toml, Decoding, Limits);
    private readonly Dictionary<string, Pending> _settings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last line that has been read, from 0.</summary>
    public int Line { get; private set; }

    /// <exception cref="TomlException">The document is malformed, or nested too deep.</exception>
    /// <exception cref="FrontMatterException">A name is given twice, or has too many values.</exception>
    public FrontMatter Read(int firstLine)
    {
        while (Next() is not (TomlParseEventKind.None or TomlParseEventKind.EndDocument))
        {
            if (_parser.Current.Kind == TomlParseEventKind.PropertyName)
            {
                ReadSetting();
            }
        }

        return new FrontMatter(_settings.ToDictionary(
            s => s.Key, s => s.Value.ToEntry(firstLine), StringComparer.OrdinalIgnoreCase));
    }

    private TomlParseEventKind Next()
    {
        var kind = _parser.MoveNext() ? _parser.Current.Kind : TomlParseEventKind.None;
        Line = _parser.Current.Line > 0 ? _parser.Current.Line - 1 : Line;
        return kind;
    }

    private void ReadSetting()
    {
        var (name, line) = (_parser.GetPropertyName(), Line);
        var kind = Next();
        var isTable = kind == TomlParseEventKind.StartTable;
        if (!_settings.TryGetValue(name, out var setting))
        {
            _settings.Add(name, setting = new Pending(line));
        }
        else if (!setting.MayGoOn || kind is not (TomlParseEventKind.StartTable or TomlParseEventKind.StartArray))
        {
            throw Twice(name, line);
        }

        setting.MayGoOn = isTable;
        if (isTable)
        {
            ReadTable(setting, "", isInArray: false);
        }
        else if (kind == TomlParseEventKind.StartArray)
        {
            ReadList(setting);
        }
        else
        {
            setting.Values.Add(Scalar(kind));
        }
    }

    private void ReadList(Pending setting)
    {
        while (Next() is var kind && kind != TomlParseEventKind.EndArray)
        {
            if (kind == TomlParseEventKind.StartTable)
            {
                setting.MayGoOn = true;
                setting.Items.Add(ReadItem(setting));
            }
            else if (kind == TomlParseEventKind.StartArray)
            {
                ReadArray(setting, "", "");
            }
            else
            {
                setting.Values.Add(Scalar(kind));
            }

            Limit(setting);
        }
    }

    private Dictionary<string, string> ReadItem(Pending setting)
    {
        var item = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (Next() == TomlParseEventKind.PropertyName)
        {
            var (name, line) = (_parser.GetPropertyName(), Line);
            var kind = Next();
            if (kind is TomlParseEventKind.StartTable or TomlParseEventKind.StartArray)
            {
                ReadNested(setting, kind, name, name, isInArray: true);
            }
            else if (!item.TryAdd(name, Scalar(kind)))
            {
                throw Twice(name, line);
            }

            Limit(setting);
        }

        return item;
    }

    private void ReadTable(Pending setting, string path, bool isInArray)
    {
        while (Next() == TomlParseEventKind.PropertyName)
        {
            var (name, line) = (_parser.GetPropertyName(), Line);
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            var kind = Next();
            if (!isInArray && kind is not (TomlParseEventKind.StartTable or TomlParseEventKind.StartArray)
                && !setting.Paths.Add(inner))
            {
                throw Twice(inner, line);
            }

            ReadNested(setting, kind, inner, name, isInArray);
        }
    }

    private void ReadArray(Pending setting, string path, string name)
    {
        while (Next() is var kind && kind != TomlParseEventKind.EndArray)
        {
            ReadNested(setting, kind, path, name, isInArray: true);
        }
    }

    private void ReadNested(Pending setting, TomlParseEventKind kind, string path, string name, bool isInArray)
    {
        if (path.Length > MostCharactersOfPath)
        {
            throw TooMuch();
        }

        if (kind == TomlParseEventKind.StartTable)
        {
            ReadTable(setting, path, isInArray);
        }
        else if (kind == TomlParseEventKind.StartArray)
        {
            ReadArray(setting, path, name);
        }
        else
        {
            setting.Nested.Add((path, name, Line, Scalar(kind)));
        }

        Limit(setting);
    }

    /// <summary>The value as text, as YAML would have it.</summary>
    private string Scalar(TomlParseEventKind kind) => kind switch
    {
        TomlParseEventKind.String => _parser.GetString().Trim(),
        TomlParseEventKind.Integer => _parser.Current.GetInt64().ToString(CultureInfo.InvariantCulture),
        TomlParseEventKind.Float => _parser.Current.GetDouble().ToString(CultureInfo.InvariantCulture),
        TomlParseEventKind.Boolean => _parser.Current.GetBoolean() ? "true" : "false",
        TomlParseEventKind.DateTime => _parser.Current.GetTomlDateTime().ToString(),
        _ => throw new InvalidOperationException($"The parser gave {kind} where a value begins."),
    };

    private void Limit(Pending setting)
    {
        if (setting.Values.Count + setting.Items.Count + setting.Nested.Count > MostValues)
        {
            throw TooMuch();
        }
    }

    private FrontMatterException TooMuch() =>
        new(Line, "inställningen innehåller för många värden.", "Ta bort det som inte behövs.");

    private static FrontMatterException Twice(string name, int line) =>
        new(line, $"inställningen {name} finns två gånger.", "Ta bort den ena av raderna.");

    /// <summary>A setting that may be continued by a later header of the same table or array of tables.</summary>
    private sealed class Pending(int line)
    {
        public List<string> Values { get; } = [];

        public List<IReadOnlyDictionary<string, string>> Items { get; } = [];

        public List<(string Path, string Name, int Line, string Value)> Nested { get; } = [];

        /// <summary>The paths of single values outside arrays, each of which may be given once.</summary>
        public HashSet<string> Paths { get; } = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Whether the setting is a table or an array of tables.</summary>
        public bool MayGoOn { get; set; }

        public Entry ToEntry(int firstLine) => new(firstLine + line, Values, Items)
        {
            Nested = [.. Nested.Select(n => new NestedValue(n.Path, n.Name, firstLine + n.Line, n.Value))],
        };
    }
}
