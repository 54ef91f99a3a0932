#!/usr/bin/env bash
# SkiaSharp 4.155.0 decodes the first half of a progressive JPEG and answers "Success"; of half a baseline JPEG it answers
# "IncompleteInput". So a program that takes the answer of SKCodec.GetPixels for whether a file is whole accepts cut-off ones.
#
# Seen on Linux x64:
#   baseline half:    IncompleteInput, 45 % of its rows drawn
#   progressive half: Success, all rows drawn, from the passes that are there
#
# Fails if the answers change.
set -euo pipefail

skia=4.155.0
netvips=3.2.0
libvips=8.18.7 # Writes the progressive JPEG, which SkiaSharp cannot.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

cat >half.csproj <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="SkiaSharp" Version="[$skia]" />
    <PackageReference Include="SkiaSharp.NativeAssets.Linux.NoDependencies" Version="[$skia]" />
    <PackageReference Include="NetVips" Version="[$netvips]" />
    <PackageReference Include="NetVips.Native.linux-x64" Version="[$libvips]" />
  </ItemGroup>
</Project>
XML

cat >half.cs <<'CS'
using NetVips;
using SkiaSharp;

var random = new Random(1);
var pixels = new byte[320 * 240 * 3];
random.NextBytes(pixels);
using var noise = Image.NewFromMemory(pixels, 320, 240, 3, Enums.BandFormat.Uchar);
foreach (var progressive in new[] { false, true })
{
    var whole = noise.JpegsaveBuffer(q: 80, interlace: progressive);
    Tell(progressive, "whole", whole);
    Tell(progressive, "half", whole[..(whole.Length / 2)]);
}

// The answer, and the share of rows that are not of one colour.
static void Tell(bool progressive, string part, byte[] jpeg)
{
    using var data = SKData.CreateCopy(jpeg);
    using var codec = SKCodec.Create(data);
    using var bitmap = new SKBitmap(codec.Info.Width, codec.Info.Height);
    var answer = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
    var drawn = Enumerable.Range(0, bitmap.Height).Count(y =>
        Enumerable.Range(0, bitmap.Width).Select(x => bitmap.GetPixel(x, y)).Distinct().Count() > 1);
    Console.WriteLine($"{(progressive ? "progressive" : "baseline")} {part}: {answer}, {drawn * 100 / bitmap.Height} % drawn");
}
CS

dotnet run -c Release >seen
printf 'SkiaSharp %s\n' "$skia"
cat seen
if grep -q '^baseline half: IncompleteInput' seen && grep -q '^progressive half: Success' seen; then
  echo 'as seen: only half a baseline JPEG is told'
else
  echo 'changed'
  exit 1
fi
