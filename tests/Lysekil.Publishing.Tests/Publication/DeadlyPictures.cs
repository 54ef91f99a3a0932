using Lysekil.Publishing.Contents.Pictures;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>Stands for a process that decodes a picture, and may end with it.</summary>
internal sealed class DeadlyPictures : IPictureTrial
{
    public bool Dies { get; set; }

    public int Held { get; private set; }

    public Task<bool> SurvivesAsync(byte[] file, CancellationToken cancellation)
    {
        Held++;
        return Task.FromResult(!Dies);
    }
}
