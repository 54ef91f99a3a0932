using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>Tells a Word document from other files that are named as one.</summary>
internal static class WordKind
{
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>What files of Word 97 begin with, and packages that are encrypted ([MS-CFB], section 2.2).</summary>
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The stream that holds an encrypted package ([MS-OFFCRYPTO], section 2.3.4.4).</summary>
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>The refusal of a file that is none; <c>null</c> if it may be one.</summary>
    public static Diagnostic? RefusalOf(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? DiagnosticCatalog.Empty()
            : bytes.StartsWith(Zip) ? null
            : !bytes.StartsWith(Compound) ? DiagnosticCatalog.WordUnreadable()
            : bytes.IndexOf(Encrypted) >= 0 ? DiagnosticCatalog.WordEncrypted()
            : DiagnosticCatalog.WordOldFormat();
}
