namespace Lysekil.Publishing.Waking;

/// <summary>How often messages are tried; one number for the engine, host.json and the local runner.</summary>
public static class MessageTries
{
    /// <summary>A message that fails this often is moved to the poison queue: host.json's <c>maxDequeueCount</c>.</summary>
    public const int Most = 5;
}
