namespace Lysekil.Publishing.Contents.Settings;

/// <summary>A link in the site's menu.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Url">A path of the site, or an absolute http or https URL.</param>
public sealed record MenuEntry(string Text, string Url);
