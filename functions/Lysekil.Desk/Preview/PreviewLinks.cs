using System.Globalization;
using System.Security.Cryptography;
using Lysekil.Publishing.Contents.Sources;
using Microsoft.AspNetCore.DataProtection;

namespace Lysekil.Desk.Preview;

/// <summary>
/// Links by which a file's preview is read without an account, for a time. A link is the file's path and the end of the
/// time, encrypted and signed with the desk's keys: it cannot be guessed or changed, and nothing is stored for it.
/// </summary>
internal sealed class PreviewLinks(IDataProtectionProvider protection, DeskOptions options, TimeProvider clock)
{
    private const string Root = "/desk/utkast/";

    private readonly IDataProtector _protector = protection.CreateProtector("Lysekil.Desk.Preview");

    /// <summary>A new link to a file, and the moment at which it ends.</summary>
    public (string Address, DateTimeOffset Ends) To(SourcePath path)
    {
        var ends = clock.GetUtcNow() + options.PreviewLinkLifetime;
        var seconds = ends.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (Root + _protector.Protect($"{seconds} {path.Value}"), ends);
    }

    /// <summary>The file of a link's token; <c>null</c> if the desk did not make it, or its time has ended.</summary>
    public SourcePath? Read(string token)
    {
        try
        {
            return _protector.Unprotect(token).Split(' ', 2) is [var seconds, { Length: > 0 } path]
                && long.Parse(seconds, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
                ? new SourcePath(path)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
