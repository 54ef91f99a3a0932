using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary>
/// <c>docs/data-model.md</c> has every key family, column, container, queue and property of a message that the code
/// has.
/// </summary>
public sealed partial class DataModelTests
{
    private static readonly Document Model = Document.Named("docs/data-model.md");

    private static readonly IReadOnlyList<DocumentedRow> Rows = DocumentedRow.Of(Model);

    /// <summary>What the methods of <see cref="IndexKeys"/> are asked for.</summary>
    private static readonly Dictionary<Type, object> Samples = new()
    {
        [typeof(string)] = "namn",
        [typeof(int)] = 2026,
        [typeof(DateTimeOffset)] = new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero),
        [typeof(Month)] = new Month(2026, 5),
        [typeof(Slug)] = Slug.Parse("hamnen")!,
        [typeof(SourcePath)] = new SourcePath("artiklar/2026-05-01-kajen.md"),
        [typeof(PageKey)] = PageKey.Year(2026),
        [typeof(ContentHash)] = ContentHash.Of("innehåll"u8),
        [typeof(SourceListKind)] = SourceListKind.Text,
        [typeof(SourceState)] = SourceState.Published,
    };

    public static TheoryData<string, string> Prefixes => All(Constants(typeof(IndexKeys)));

    /// <summary>A key, or the beginning of some, from each method that makes one.</summary>
    public static TheoryData<string, string> Keys => All(
        typeof(IndexKeys).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(string))
            .Select(method => (method.Name, SampleOf(method)))
            .Where(key => key.Item2.Contains(':', StringComparison.Ordinal)));

    public static TheoryData<string, string> Names => All(Constants(typeof(StorageNames)));

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void Every_prefix_of_keys_has_its_line(string name, string prefix) => Assert.True(
        Rows.SelectMany(row => row.Keys).Any(key => key.StartsWith(prefix, StringComparison.Ordinal)),
        $"{name} ({prefix}) has no line");

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_has_its_line(string name, string key) =>
        Assert.True(Rows.Any(row => row.Has(key)), $"{name} makes the key {key}, which has no line");

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_container_queue_and_table_is_named(string name, string value) =>
        Assert.True(Model.CodeSpans.Contains(value), $"{name} is {value}, which is not named");

    [Fact]
    public async Task Every_row_that_a_site_writes_has_its_line_and_every_column_is_in_it()
    {
        var written = await WrittenRows.OfASiteAsync();

        foreach (var (key, columns) in written)
        {
            var row = Rows.SingleOrDefault(r => r.Has(key));
            Assert.True(row is not null, $"The row {key} has no line, or several");
            foreach (var column in columns)
            {
                var name = column.Replace("live_", "", StringComparison.Ordinal);
                Assert.True(row.Columns.Contains(name), $"The row {key} has a column {column} that its line has not");
            }
        }

        // What an accident leaves, and a round of more than one slice.
        string[] rare = ["failed:source:<path>", "failed:page:<page>", "failed:rebuild", "reconcile:round"];
        var unseen = Rows.Where(row => !written.Any(w => row.Has(w.Key))).SelectMany(row => row.Keys);
        Assert.Subset(rare.ToHashSet(), unseen.ToHashSet());
    }

    [Fact]
    public void Every_property_of_a_message_is_given()
    {
        var page = new PageRefreshMessage(PageKey.Front) { Force = true, Trace = "00-1-2-01" };
        var rebuild = PageRefreshMessage.Rebuild with { Waits = 2 };
        var alarm = ContentEvent.Publish(new SourcePath("artiklar/a.md"), DateTimeOffset.UnixEpoch, "00-1-2-01");
        var written = new[] { page.Write(), rebuild.Write(), alarm }.SelectMany(Properties).Distinct().ToList();

        Assert.Equal(7, written.Count);
        Assert.All(written, property => Assert.Contains(property, Model.CodeSpans));
    }

    [Fact]
    public void Every_property_of_a_message_that_is_read_is_given()
    {
        var sources = new[] { "ContentEvent", "PageRefreshMessage" }
            .Select(name => Repository.Read($"functions/Lysekil.Publishing/Messaging/{name}.cs"));
        var read = sources.SelectMany(source => Property().Matches(source))
            .Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.Superset(new HashSet<string> { "page", "pages", "must", "subject", "sourceUrl" }, read.ToHashSet());
        Assert.All(read, property => Assert.Contains(property, Model.CodeSpans));
    }

    private static string SampleOf(MethodInfo method) =>
        (string?)method.Invoke(null, [.. method.GetParameters().Select(p => Samples[p.ParameterType])]) ?? "";

    private static IEnumerable<string> Properties(string json) =>
        JsonDocument.Parse(json).RootElement.EnumerateObject().Select(property => property.Name);

    private static IEnumerable<(string, string)> Constants(Type type) =>
        type.GetFields().Where(f => f.IsLiteral).Select(f => (f.Name, (string)f.GetValue(null)!));

    private static TheoryData<string, string> All(IEnumerable<(string, string)> pairs)
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, value) in pairs)
        {
            data.Add(name, value);
        }

        Assert.NotEmpty(data);
        return data;
    }

    /// <summary>A string literal as the name of a property, such as <c>Text(item, "subject")</c>.</summary>
    [GeneratedRegex("""(?:Text\(\w+, |TryGetProperty\()"([a-zA-Z]+)["]""")]
    private static partial Regex Property();
}
