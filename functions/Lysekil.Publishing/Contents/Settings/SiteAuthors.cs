using System.Collections.Immutable;
using System.Net.Mail;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// Reads the setting <c>authors</c>: names of authors, each with the e-mail address on the author's page.
/// </summary>
internal static class SiteAuthors
{
    public const string Setting = "authors";

    /// <summary>The addresses by author, and the authors whose address cannot be used, and is left out.</summary>
    public static (ImmutableDictionary<Slug, string> Addresses, ImmutableHashSet<Slug> LeftOut) Read(
        FrontMatter.Entry entry, List<Diagnostic> diagnostics)
    {
        var leftOut = ImmutableHashSet.CreateBuilder<Slug>();
        var addresses = ImmutableDictionary.CreateBuilder<Slug, string>();
        if (entry.HasValue || entry.Items.Count > 0)
        {
            diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                entry.Line,
                Setting,
                entry.Value,
                "varje namn på en egen rad under authors:, som Eva Ek: eva@exempel.se"));
        }

        foreach (var written in entry.Nested)
        {
            var author = Author.From(written.Path)?.Slug;
            if (author is not null
                && MailAddress.TryCreate(written.Value, out var address)
                && address.Address == written.Value)
            {
                addresses[author] = written.Value;
            }
            else
            {
                leftOut.UnionWith(author is null ? [] : [author]);
                diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                    written.Line, $"{Setting}.{written.Path}", written.Value, "en e-postadress, som eva@exempel.se"));
            }
        }

        return (addresses.ToImmutable(), leftOut.ToImmutable());
    }
}
