using Lysekil.Local.Output;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Tests.Output;

public sealed class HeldWarningsTests
{
    private static readonly SourcePath Path = new("artiklar/2019-10-05-val.md");
    private static readonly Diagnostic Missing = DiagnosticCatalog.AssetMissing("bilder/a.jpg");
    private static readonly Diagnostic NoPage = DiagnosticCatalog.PageMissing(3, "/om/");
    private static readonly Diagnostic Own = new(Severity.Warning, "value", 2, "Värdet.", "Skriv ett annat.");

    private readonly HeldWarnings _held = new();

    [Fact]
    public void Warnings_about_other_files_are_held_back_and_others_are_not()
    {
        Assert.Equal([Own], _held.Note(Path, [Missing, Own, NoPage]));

        var (path, warnings) = Assert.Single(_held.Take());
        Assert.Equal(Path, path);
        Assert.Equal([Missing, NoPage], warnings);
    }

    [Fact]
    public void What_no_longer_holds_is_not_told()
    {
        _held.Note(Path, [Missing, NoPage]);
        _held.Note(Path, [NoPage]);
        Assert.Equal([NoPage], Assert.Single(_held.Take()).Warnings);

        _held.Note(Path, [Missing]);
        _held.Note(Path, []);
        Assert.Empty(_held.Take());
    }

    [Fact]
    public void The_same_is_told_once_and_again_if_it_has_been_mended_meanwhile()
    {
        _held.Note(Path, [Missing]);
        Assert.Single(_held.Take());
        _held.Note(Path, [Missing]);
        Assert.Empty(_held.Take());

        _held.Note(Path, []);
        _held.Note(Path, [Missing]);
        Assert.Single(_held.Take());
    }
}
