using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace Lysekil.Local.Tests.Website;

/// <summary>The script of live reload in Node, with what it needs of a browser.</summary>
public sealed class LiveReloadScriptTests : IDisposable
{
    private const string Browser = """
        class Element {
          constructor(name) { Object.assign(this, { name, children: [], attributes: {}, handlers: {} }); }
          append(...added) { for (const one of added) { this.children.push(one); one.parent = this; } }
          remove() { this.parent.children = this.parent.children.filter(one => one !== this); }
          setAttribute(name, value) { this.attributes[name] = value; }
          addEventListener(event, handler) { this.handlers[event] = handler; }
          attachShadow() { this.append(new Element("shadow")); return this.children[0]; }
          get all() { return [this, ...this.children.flatMap(child => child.all)]; }
          get text() { return this.all.map(one => one.textContent).filter(text => text).join(" | "); }
        }
        const kept = new Map();
        const source = new Element("source");
        const body = new Element("body");
        const define = (name, value) =>
          Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
        define("location", { pathname: "/om/", reload: () => console.log("reloaded") });
        define("addEventListener", () => {});
        define("EventSource", function () { source.close = () => {}; return source; });
        define("CSSStyleSheet", class { replaceSync() {} });
        define("sessionStorage", {
          getItem: key => kept.get(key) ?? null,
          setItem: (key, value) => kept.set(key, value),
          removeItem: key => kept.delete(key),
        });
        define("document", {
          body, currentScript: { dataset: { root: "", shown: "1" } }, visibilityState: "visible",
          readyState: "complete", addEventListener: () => {}, createElement: name => new Element(name),
        });
        const tell = refused => source.handlers.refused({ data: JSON.stringify(refused) });
        const find = name => body.all.find(one => one.name === name);
        const seen = () => console.log(JSON.stringify(body.text));
        require("./live-reload.js");
        """;

    private const string Title = "En fil publiceras inte";
    private const string Kept = "Det som var publicerat innan ligger kvar. Rutan försvinner när felen är rättade.";
    private const string A = """{ place: "artiklar/a.md, rad 3", message: "Datumet.", remedy: "Skriv det." }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_refusal_is_shown_over_the_page_until_it_is_mended() => Assert.Equal(
        ["", $"{Title} | {Kept} | artiklar/a.md, rad 3 | Datumet. | Skriv det. | Stäng", ""],
        await RunAsync($"tell([]); seen(); tell([{A}]); seen(); tell([]); seen();"));

    [Fact]
    public async Task It_is_announced_in_swedish() => Assert.Equal(
        ["sv", "alert", "title", "title"],
        await RunAsync($$"""
            tell([{{A}}]);
            const section = find("section");
            for (const value of [
              body.children[0].lang, section.children[0].attributes.role,
              section.attributes["aria-labelledby"], find("h2").id,
            ]) console.log(JSON.stringify(value));
            """));

    [Fact]
    public async Task What_was_closed_stays_closed_until_another_file_is_refused_or_the_same_one_again()
    {
        var said = await RunAsync($$"""
            tell([{{A}}]); find("button").handlers.click(); seen();
            tell([{{A}}]); seen();
            tell([{{A}}, { place: "site.yaml", message: "B.", remedy: "C." }]); seen();
            find("section").handlers.keydown({ key: "Escape" }); seen();
            tell([]); tell([{{A}}]); seen();
            """);

        Assert.Equal(["", ""], said[..2]);
        Assert.StartsWith("2 filer publiceras inte", said[2], StringComparison.Ordinal);
        Assert.Equal("", said[3]);
        Assert.StartsWith(Title, said[4], StringComparison.Ordinal);
    }

    private async Task<string[]> RunAsync(string steps)
    {
        await using var script = typeof(RunnerException).Assembly.GetManifestResourceStream("website/live-reload.js")!;
        using var reader = new StreamReader(script);
        _folder.Write("live-reload.js", await reader.ReadToEndAsync());
        var program = _folder.Write("test.cjs", $"{Browser}\n{steps}\n");
        var run = await Cli.Wrap("node").WithArguments(program).ExecuteBufferedAsync(Encoding.UTF8);
        return
        [
            .. run.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<string>(line)!),
        ];
    }
}
