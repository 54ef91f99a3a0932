#!/usr/bin/env bash
# libvips 8.18.7 has an argument "fail_on" for each way to make a thumbnail. vips_thumbnail obeys it: it fails on half a file.
# vips_thumbnail_buffer takes it, and makes a picture of half a file all the same. Its loader obeys the same word in
# "option_string", so that is the way to tell a cut-off file in memory.
#
# Seen on Linux x64, of the first half of a JPEG and of a PNG:
#   Thumbnail(file, failOn: error):                  refused
#   ThumbnailBuffer(bytes, failOn: error):           made
#   ThumbnailBuffer(bytes, "fail_on=error"):         refused
#
# Fails if that changes.
set -euo pipefail

netvips=3.2.0
libvips=8.18.7
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
    <PackageReference Include="NetVips" Version="[$netvips]" />
    <PackageReference Include="NetVips.Native.linux-x64" Version="[$libvips]" />
  </ItemGroup>
</Project>
XML

cat >half.cs <<'CS'
using NetVips;

var random = new Random(1);
var pixels = new byte[320 * 240 * 3];
random.NextBytes(pixels);
using var noise = Image.NewFromMemory(pixels, 320, 240, 3, Enums.BandFormat.Uchar)
    .Copy(interpretation: Enums.Interpretation.Srgb);
foreach (var (name, whole) in new[] { ("jpeg", noise.JpegsaveBuffer()), ("png", noise.PngsaveBuffer()) })
{
    var half = whole[..(whole.Length / 2)];
    File.WriteAllBytes($"half.{name}", half);
    Tell("file", () => Image.Thumbnail($"half.{name}", 100, failOn: Enums.FailOn.Error));
    Tell("buffer", () => Image.ThumbnailBuffer(half, 100, failOn: Enums.FailOn.Error));
    Tell("buffer with an option", () => Image.ThumbnailBuffer(half, 100, "fail_on=error"));

    void Tell(string way, Func<Image> open)
    {
        string answer;
        try
        {
            using var thumbnail = open();
            answer = thumbnail.PngsaveBuffer().Length > 0 ? "made" : "empty";
        }
        catch (VipsException)
        {
            answer = "refused";
        }

        Console.WriteLine($"{name}, {way}: {answer}");
    }
}
CS

dotnet run -c Release >seen 2>warnings || { cat warnings; exit 1; }
printf 'NetVips %s, libvips %s\n' "$netvips" "$libvips"
cat seen
if [ "$(grep -c 'file: refused' seen)" = 2 ] && [ "$(grep -c 'buffer: made' seen)" = 2 ] &&
  [ "$(grep -c 'option: refused' seen)" = 2 ]; then
  echo 'as seen: a thumbnail of a buffer ignores fail_on'
else
  echo 'changed'
  exit 1
fi
