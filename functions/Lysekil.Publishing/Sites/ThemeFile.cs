using Fluid;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Sites;

/// <summary>A file under <c>tema/</c> that replaces one of the built-in theme's.</summary>
public static class ThemeFile
{
    internal static FluidParser Parser { get; } = new();

    /// <summary>What is wrong with it; nothing where it can be used.</summary>
    public static IReadOnlyList<Remark> Check(SourcePath path, ReadOnlySpan<byte> bytes)
    {
        var name = path.Value["tema/".Length..];
        if (!Theme.FileNames.Contains(name))
        {
            return [Remarks.TemplateUnknown(name, string.Join(", ", Theme.FileNames))];
        }

        var (text, undecodable) = SourceText.Decode(bytes);
        if (text is null)
        {
            return [undecodable!];
        }

        return name == Theme.StyleSheetName || Parser.TryParse(text, out _, out var error)
            ? []
            : [Remarks.TemplateInvalid(LineOf(error), error)];
    }

    /// <summary>Fluid says where in words: "… at (3:14)".</summary>
    private static int? LineOf(string error)
    {
        var start = error.LastIndexOf('(') + 1;
        var end = error.IndexOf(':', Math.Max(0, start));
        return start > 0 && end > start && int.TryParse(error.AsSpan(start, end - start), out var line) ? line : null;
    }
}
