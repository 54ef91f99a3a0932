using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary><c>site</c></summary>
internal sealed class SiteModel(Site site)
{
    public string Title => site.Settings.Title;

    public string Description => site.Settings.Description;

    public string Language => site.Settings.Language;

    public IEnumerable<MenuEntry> Menu => site.Settings.Menu;

    /// <summary>The path of the picture in place of the title; nil if there is none.</summary>
    public string? Logo => site.Settings.Logo is { } logo ? PageKey.Asset(logo).Url : null;

    /// <summary>The path of the site's own picture in the browser's tab; nil for the engine's.</summary>
    public string? Favicon => site.Settings.Favicon is { } icon ? PageKey.Asset(icon).Url : null;

    /// <summary>The site's own part of the footer, as sanitised HTML; empty if there is none.</summary>
    public string Footer => site.Settings.Footer;

    /// <summary>The name of the site's publisher in law; nil if the settings give none.</summary>
    public string? Publisher => site.Settings.Publisher;

    /// <summary>How to reach the editors; nil if the settings do not tell.</summary>
    public ContactModel? Contact =>
        site.Settings.Contact == SiteContact.None ? null : new ContactModel(site.Settings.Contact);

    public IEnumerable<MenuEntry> Social => site.Settings.Social;

    /// <summary>The service that counts visits; nil if there is none.</summary>
    public AnalyticsModel? Analytics =>
        site.Settings.Analytics is { } service ? new AnalyticsModel(service) : null;

    public string StyleUrl => site.Theme.StyleSheetPage.Url;
}

/// <summary>How to reach the editors; nil where there is no such way.</summary>
internal sealed class ContactModel(SiteContact contact)
{
    public string? Email => contact.Email;

    public string? Phone => contact.Phone;

    /// <summary>The number without spaces and signs, for a link (RFC 3966).</summary>
    public string? PhoneUrl => contact.Phone is { } phone
        ? "tel:" + string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'))
        : null;

    public string? Address => contact.Address;
}

/// <summary>A service that counts visits.</summary>
internal sealed class AnalyticsModel(SiteAnalytics service)
{
    public string ScriptUrl => service.Script;

    /// <summary>The address to which the script sends what it counts.</summary>
    public string CollectorUrl => service.Collector;

    /// <summary>The attribute by which the script is told of the site.</summary>
    public string Attribute => service.Attribute;

    public string Value => service.Value;
}
