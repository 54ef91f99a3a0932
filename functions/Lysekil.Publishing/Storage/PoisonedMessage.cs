using System.Text;

namespace Lysekil.Publishing.Storage;

/// <summary>A message that failed too often.</summary>
/// <param name="Id">The message's identifier.</param>
/// <param name="Receipt">The receipt of its last reception, which a deletion needs.</param>
/// <param name="Body">The body as the queue stores it.</param>
public sealed record PoisonedMessage(string Id, string Receipt, string Body)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// The text that was sent; <c>null</c> where the body is not text in base64, as the functions host expects it.
    /// </summary>
    public string? Text
    {
        get
        {
            try
            {
                return Strict.GetString(Convert.FromBase64String(Body));
            }
            catch (Exception error) when (error is FormatException or ArgumentException)
            {
                return null;
            }
        }
    }
}
