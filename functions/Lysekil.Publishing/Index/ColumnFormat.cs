using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>A value as the text of a column.</summary>
/// <param name="Write">The text; <c>null</c> or empty for a value that is stored as the absence of the column.</param>
/// <param name="Read">The value of a text.</param>
/// <param name="Absent">
/// The value where the row lacks the column, by the column's name; throws where the value is required.
/// </param>
internal sealed record ColumnFormat<T>(Func<T, string?> Write, Func<string, T> Read, Func<string, T> Absent);

/// <summary>
/// The formats of columns. Those without "optional" in their names and without an empty value are required.
/// </summary>
internal static class ColumnFormat
{
    public static ColumnFormat<string> RequiredText { get; } = Required(t => t, t => t);

    /// <summary>Empty text is stored as no column.</summary>
    public static ColumnFormat<string> Text { get; } = new(t => t, t => t, _ => "");

    public static ColumnFormat<string?> OptionalText { get; } = Optional(Text);

    /// <summary><c>false</c> is stored as no column.</summary>
    public static ColumnFormat<bool> Flag { get; } = new(f => f ? "true" : null, _ => true, _ => false);

    /// <summary>0 is stored as no column.</summary>
    public static ColumnFormat<int> Number { get; } = new(
        n => n == 0 ? null : n.ToString(CultureInfo.InvariantCulture),
        t => int.Parse(t, CultureInfo.InvariantCulture),
        _ => 0);

    public static ColumnFormat<DateTimeOffset> Moment { get; } = Required(TextOf, MomentOf);

    public static ColumnFormat<DateTimeOffset?> OptionalMoment { get; } = OptionalValue(Moment);

    public static ColumnFormat<SourcePath> Path { get; } = Required(p => p.Value, t => new SourcePath(t));

    public static ColumnFormat<SourcePath?> OptionalPath { get; } = Optional(Path);

    public static ColumnFormat<EquatableList<SourcePath>> Paths { get; } = ListOf(p => p.Value, t => new SourcePath(t));

    public static ColumnFormat<PageKey> Page { get; } = Required(p => p.Value, PageOf);

    public static ColumnFormat<PageKey?> OptionalPage { get; } = Optional(Page);

    public static ColumnFormat<EquatableList<PageKey>> Pages { get; } = ListOf(p => p.Value, PageOf);

    public static ColumnFormat<ContentHash> Hash { get; } = Required(h => h.Value, t => new ContentHash(t));

    public static ColumnFormat<ContentHash?> OptionalHash { get; } = OptionalValue(Hash);

    public static ColumnFormat<EquatableList<ContentHash>> Hashes { get; } =
        ListOf(h => h.Value, t => new ContentHash(t));

    public static ColumnFormat<Slug?> OptionalSlug { get; } = Optional(Required(s => s.Value, t => Slug.Parse(t)!));

    public static ColumnFormat<EquatableList<string>> Texts { get; } = ListOf(t => t, t => t);

    /// <summary>Names, from which the slugs follow.</summary>
    public static ColumnFormat<EquatableList<Topic>> Topics { get; } = ListOf(t => t.Name, t => Topic.From(t)!);

    public static ColumnFormat<EquatableList<Diagnostic>> Diagnostics { get; } = new(
        d => d.Count == 0 ? null : JsonSerializer.Serialize(d, DiagnosticJson.Default.IReadOnlyCollectionDiagnostic),
        t => [.. JsonSerializer.Deserialize(t, DiagnosticJson.Default.DiagnosticArray) ?? []],
        _ => []);

    public static ColumnFormat<T> Required<T>(Func<T, string> write, Func<string, T> read) =>
        new(write, read, name => throw new InvalidDataException($"The index holds a row without its column {name}."));

    /// <summary><c>null</c> is stored as no column.</summary>
    public static ColumnFormat<T?> Optional<T>(ColumnFormat<T> format)
        where T : class => new(v => v is null ? null : format.Write(v), format.Read, _ => null);

    /// <inheritdoc cref="Optional"/>
    public static ColumnFormat<T?> OptionalValue<T>(ColumnFormat<T> format)
        where T : struct => new(v => v is { } value ? format.Write(value) : null, t => format.Read(t), _ => null);

    /// <summary>The name of an enumeration's member.</summary>
    public static ColumnFormat<T> NameOf<T>()
        where T : struct, Enum => Required(v => v.ToString(), Enum.Parse<T>);

    /// <summary>A JSON array of texts; an empty list is stored as no column.</summary>
    public static ColumnFormat<EquatableList<T>> ListOf<T>(Func<T, string> write, Func<string, T> read) => new(
        list => list.Count == 0 ? null : JsonSerializer.Serialize<string[]>([.. list.Select(write)]),
        json => [.. (JsonSerializer.Deserialize<string[]>(json) ?? []).Select(read)],
        _ => []);

    /// <summary>A moment to the tick, with its offset from UTC: 2025-11-20T18:30:00.0000000+01:00.</summary>
    public static string TextOf(DateTimeOffset moment) => moment.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset MomentOf(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    /// <exception cref="InvalidDataException">No page has the name.</exception>
    public static PageKey PageOf(string text) =>
        PageKey.Parse(text) ?? throw new InvalidDataException($"The index names a page that cannot be: {text}");
}

[JsonSerializable(typeof(IReadOnlyCollection<Diagnostic>))]
[JsonSerializable(typeof(Diagnostic[]))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class DiagnosticJson : JsonSerializerContext;
