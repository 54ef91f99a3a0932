using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// How to reach the editors, from the setting <c>contact</c>: an e-mail address, or each way on a line of its own.
/// </summary>
/// <param name="Email">An e-mail address; <c>null</c> if there is none.</param>
/// <param name="Phone">A telephone number as it is written; <c>null</c> if there is none.</param>
/// <param name="Address">Plain text in one line; <c>null</c> if there is none.</param>
public sealed partial record SiteContact(string? Email, string? Phone, string? Address)
{
    internal const string Setting = "contact";

    private const string EmailName = "email";
    private const string PhoneName = "phone";
    private const string AddressName = "address";
    private const int MostCharacters = 200;
    private const string ExpectedEmail = "en e-postadress, som red@exempel.se";

    private static readonly KnownSettings Known = new(
    [
        new(EmailName, Hints: "epost mejl mail"),
        new(PhoneName, Hints: "telefon tel"),
        new(AddressName, Hints: "adress postadress"),
    ]);

    public static SiteContact None { get; } = new(null, null, null);

    /// <summary>These ways, and where there is none, those of an earlier version.</summary>
    internal SiteContact OrElse(SiteContact earlier) =>
        new(Email ?? earlier.Email, Phone ?? earlier.Phone, Address ?? earlier.Address);

    /// <summary>Reads the setting; what cannot be used is told of, and left out.</summary>
    internal static SiteContact Read(FrontMatter.Entry entry, List<Diagnostic> diagnostics)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (entry.HasValue)
        {
            ReadOne(EmailName, Setting, entry.Line, entry.Value);
        }

        if (entry.Items.Count > 0 || entry.Values.Count > 1)
        {
            diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                entry.Line, Setting, entry.Value, $"{EmailName}:, {PhoneName}: och {AddressName}: på var sin rad"));
        }

        foreach (var nested in entry.Nested)
        {
            if (Known.Find(nested.Path)?.Name is not { } name
                || !nested.Path.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                diagnostics.Add(Known.Unknown(nested.Path, nested.Line));
            }
            else if (nested.Value.Length > 0)
            {
                ReadOne(name, $"{Setting}.{name}", nested.Line, nested.Value);
            }
        }

        return new SiteContact(
            read.GetValueOrDefault(EmailName), read.GetValueOrDefault(PhoneName), read.GetValueOrDefault(AddressName));

        void ReadOne(string name, string key, int line, string written)
        {
            var value = OneLine.Of(written);
            var (isUsable, expected) = name switch
            {
                EmailName => (EmailAddress().IsMatch(value), ExpectedEmail),
                PhoneName => (PhoneNumber().IsMatch(value), "ett telefonnummer med siffror, som 0523-123 45"),
                _ => (true, "en adress på en rad"),
            };
            if (isUsable && value.Length <= MostCharacters)
            {
                read[name] = value;
            }
            else
            {
                diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                    line, key, value, value.Length > MostCharacters ? $"högst {MostCharacters} tecken" : expected));
            }
        }
    }

    [GeneratedRegex(@"^[^\s@<>""',;:?&]+@[^\s@<>""',;:?&]+\.[^\s@<>""',;:?&.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"^\+?[0-9(][0-9 ()–-]{3,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();
}
