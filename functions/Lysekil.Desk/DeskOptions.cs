using Lysekil.Desk.SignIn;

namespace Lysekil.Desk;

/// <summary>What a host decides about the desk. Read once, by <see cref="DeskRegistration"/>.</summary>
public sealed record DeskOptions
{
    /// <summary>How editors sign in.</summary>
    public required SignInMode SignIn { get; init; }

    /// <summary>The site's address, at which the desk links to live pages; it ends with a slash.</summary>
    public required Uri SiteAddress { get; init; }

    /// <summary>
    /// The roles of everyone at the laptop; each includes those below it. Counts for <see cref="SignInMode.Laptop"/>
    /// alone. Default: all.
    /// </summary>
    public IReadOnlyList<DeskRole> LaptopRoles { get; init; } = [DeskRole.Publisher];

    /// <summary>How long a link to a preview can be read without an account. Default: 7 days.</summary>
    public TimeSpan PreviewLinkLifetime { get; init; } = TimeSpan.FromDays(7);
}
