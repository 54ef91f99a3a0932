using System.Text;
using System.Xml.Linq;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Lysekil.Desk.SignIn;

/// <summary>
/// The keys of Data Protection as blobs below <c>nycklar/</c>: the container is private, and only the desk's identity
/// reads it. The interface is synchronous; keys are read once a day and written once in ninety.
/// </summary>
/// <param name="container">The desk's container.</param>
internal sealed class BlobKeyRepository(IBlobContainer container) : IXmlRepository
{
    private const string Folder = "nycklar/";
    private const int MostKeys = 1_000;

    private static readonly BlobHeaders Headers = new("application/xml");

    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(ReadAsync).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => WriteAsync(element)).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        var keys = new List<XElement>();
        var listed = await container.ListBelowAsync(Folder, MostKeys, continuation: null, default);
        foreach (var blob in listed.Blobs)
        {
            if (await container.OpenAsync(blob.Name, default) is { } opened)
            {
                await using var reading = opened;
                keys.Add(await XElement.LoadAsync(reading.Content, LoadOptions.None, default));
            }
        }

        return keys;
    }

    private async Task WriteAsync(XElement element)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)));
        await container.WriteAsync($"{Folder}{Guid.NewGuid():N}.xml", bytes, Headers, expected: null, default);
    }
}
