using System.Text;

namespace Lysekil.Publishing.Storage;

/// <summary>A message that failed too often.</summary>
/// <param name="Id">Names the message.</param>
/// <param name="Receipt">Proves who received it last.</param>
/// <param name="Body">As it lies in the queue.</param>
public sealed record PoisonedMessage(string Id, string Receipt, string Body)
{
    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    /// <summary>What was sent; <c>null</c> where the body is not text in base64, as the functions host expects it.</summary>
    public string? Text
    {
        get
        {
            try
            {
                return _strict.GetString(Convert.FromBase64String(Body));
            }
            catch (Exception error) when (error is FormatException or ArgumentException)
            {
                return null;
            }
        }
    }
}
