#!/usr/bin/env bash
# Markdig 1.6.0 keeps the renderer of ToHtml(pipeline) for the next document, also after an error, and in the state in which the
# error left it. A picture's description is written without HTML. If a renderer of one's own raises an error there, the documents
# that are rendered later by the same pipeline lose the tags of emphasis, links and the like: no error tells of it.
#
# Seen, of the text "*One* & two":
#   before the error: <p><em>One</em> &amp; two</p>
#   after the error:  <p>One &amp; two</p>
#   by ToHtml of another pipeline, or by an HtmlRenderer of one's own: <p><em>One</em> &amp; two</p>
#
# Fails if that changes.
set -euo pipefail

markdig=1.6.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat >renders.csproj <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Markdig" Version="$markdig" />
  </ItemGroup>
</Project>
XML

cat >Program.cs <<'CS'
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

const string Text = "*One* & two";
var (pipeline, another) = (Pipeline(), Pipeline());
var before = Html(pipeline);
try
{
    Markdown.Parse("![A `word`](picture.png)", pipeline).ToHtml(pipeline);
    Console.WriteLine("no error");
    return 1;
}
catch (NotSupportedException error)
{
    Console.WriteLine($"the error:        {error.Message}");
}

var (after, ofAnother) = (Html(pipeline), Html(another));
Console.WriteLine($"before the error: {before}");
Console.WriteLine($"after the error:  {after}");
Console.WriteLine($"another pipeline: {ofAnother}");
Console.WriteLine($"own renderer:     {OwnRenderer(pipeline)}");
var isAsSeen = after == "<p>One &amp; two</p>"
    && new[] { before, ofAnother, OwnRenderer(pipeline) }.All(html => html == "<p><em>One</em> &amp; two</p>");
Console.WriteLine(isAsSeen ? "as seen" : "changed");
return isAsSeen ? 0 : 1;

static string Html(MarkdownPipeline pipeline) => Markdown.Parse(Text, pipeline).ToHtml(pipeline).Trim();

static MarkdownPipeline Pipeline()
{
    var builder = new MarkdownPipelineBuilder();
    builder.Extensions.Add(new NoCode());
    return builder.Build();
}

static string OwnRenderer(MarkdownPipeline pipeline)
{
    using var writer = new StringWriter();
    var renderer = new HtmlRenderer(writer);
    pipeline.Setup(renderer);
    renderer.Render(Markdown.Parse(Text, pipeline));
    return writer.ToString().Trim();
}

internal sealed class NoCode : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) { }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.Replace<CodeInlineRenderer>(new CodeRefused());
}

internal sealed class CodeRefused : HtmlObjectRenderer<CodeInline>
{
    protected override void Write(HtmlRenderer renderer, CodeInline code) =>
        throw new NotSupportedException("no code here, please");
}
CS

printf 'Markdig %s\n' "$markdig"
dotnet run
