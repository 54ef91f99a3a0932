#!/usr/bin/env bash
# Markdig 1.6.0, with precise source locations, gives a heading that is underlined (CommonMark 4.3) the line of its underline,
# and counts the lines of what it holds from there. So a link in the nth of its n lines is reported n lines too late, which may
# be after the end of the text: a program that looks up that line of the text must expect there to be none. Spans are right.
#
# Seen, lines counted from 0:
#   underlined, one line:     link on line 0 is reported on line 1
#   underlined, three lines:  link on line 2 is reported on line 5, of a text of four lines
#   with a number sign:       link on line 2 is reported on line 2
#
# Fails if that changes.
set -euo pipefail

markdig=1.6.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat >lines.csproj <<XML
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
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

var pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();
var isAsSeen = true;
foreach (var (what, text, seen) in new[]
{
    ("underlined, one line", "See [a](b)\n===\n\nText.\n", 1),
    ("underlined, three lines", "One\ntwo\nsee [a](b)\n---", 5),
    ("with a number sign", "Text.\n\n# See [a](b)\n", 2),
})
{
    var link = Markdown.Parse(text, pipeline).Descendants<LinkInline>().Single();
    var line = text.AsSpan(0, link.Span.Start).Count('\n');
    Console.WriteLine($"{what}: link on line {line} is reported on line {link.Line}, of {text.TrimEnd('\n').Split('\n').Length} lines");
    isAsSeen &= link.Line == seen;
}

Console.WriteLine(isAsSeen ? "as seen" : "changed");
return isAsSeen ? 0 : 1;
CS

printf 'Markdig %s\n' "$markdig"
dotnet run
