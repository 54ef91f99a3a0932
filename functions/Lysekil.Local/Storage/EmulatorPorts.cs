namespace Lysekil.Local.Storage;

/// <summary>Where the storage emulator listens: three ports in a row on this machine's loopback address.</summary>
/// <param name="Blob">The first of the three.</param>
internal sealed record EmulatorPorts(int Blob)
{
    public const int Usual = 10000;

    public int Queue => Blob + 1;

    public int Table => Blob + 2;

    // The emulator's account and key: public, the same everywhere, and of no use anywhere else.
    public string ConnectionString => FormattableString.Invariant(
        $"""
        DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;
        AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;
        BlobEndpoint=http://127.0.0.1:{Blob}/devstoreaccount1;
        QueueEndpoint=http://127.0.0.1:{Queue}/devstoreaccount1;
        TableEndpoint=http://127.0.0.1:{Table}/devstoreaccount1;
        """).ReplaceLineEndings("");

    public override string ToString() => FormattableString.Invariant($"127.0.0.1:{Blob}–{Table}");
}
