using System.Runtime.InteropServices;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>
/// Has the C library give large buffers of decoders back to the system as soon as they are free. Else glibc begins to
/// keep them, up to 32 MB each (mallopt(3), M_MMAP_THRESHOLD), and for each thread by itself.
/// </summary>
internal static class DecoderMemory
{
    private const int MmapThreshold = -3;
    private const int LargeBuffer = 256 << 10;

    private delegate int Mallopt(int parameter, int value);

    /// <summary>Does nothing where there is no glibc.</summary>
    public static void GiveBack()
    {
        if (OperatingSystem.IsLinux()
            && NativeLibrary.TryLoad("libc.so.6", out var library)
            && NativeLibrary.TryGetExport(library, "mallopt", out var function))
        {
            Marshal.GetDelegateForFunctionPointer<Mallopt>(function)(MmapThreshold, LargeBuffer);
        }
    }
}
