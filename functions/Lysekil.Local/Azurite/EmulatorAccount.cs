namespace Lysekil.Local.Azurite;

/// <summary>The emulator's account and its key, which are public and the same for every emulator.</summary>
internal static class EmulatorAccount
{
    public const string Name = "devstoreaccount1";

    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static string ConnectionString(Uri blobs, Uri queues, Uri tables) =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};"
        + $"BlobEndpoint={blobs};QueueEndpoint={queues};TableEndpoint={tables};";
}
