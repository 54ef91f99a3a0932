namespace Lysekil.Local.Tests.Runner;

/// <summary>The sample site of this repository.</summary>
internal static class Sample
{
    public static string Content { get; } = Path.Combine(Root(AppContext.BaseDirectory), "content");

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Lysekil.Serverless.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
