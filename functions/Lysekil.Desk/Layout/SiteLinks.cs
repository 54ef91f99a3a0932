using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Desk.Layout;

/// <summary>Addresses of the site.</summary>
/// <param name="address">The site's own address.</param>
internal sealed class SiteLinks(Uri address)
{
    public string Front => address.AbsoluteUri;

    public string To(PageKey page) => new Uri(address, page.Url).AbsoluteUri;
}
