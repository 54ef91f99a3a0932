using Lysekil.Local.Azurite;

namespace Lysekil.Local.Storage;

/// <summary>Where the storage emulator listens: three ports in a row on this machine's loopback address.</summary>
/// <param name="Blob">The first of the three.</param>
internal sealed record EmulatorPorts(int Blob)
{
    public const int Usual = 10000;

    public int Queue => Blob + 1;

    public int Table => Blob + 2;

    public string ConnectionString => EmulatorAccount.ConnectionString(At(Blob), At(Queue), At(Table));

    public override string ToString() => FormattableString.Invariant($"127.0.0.1:{Blob}–{Table}");

    private static Uri At(int port) => new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port, EmulatorAccount.Name).Uri;
}
