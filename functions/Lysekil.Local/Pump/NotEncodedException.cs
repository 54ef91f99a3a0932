namespace Lysekil.Local.Pump;

/// <summary>A message is not base64. The functions host poisons such a message without an attempt.</summary>
internal sealed class NotEncodedException(Exception inner)
    : Exception("The message is not text in base64, as the functions host expects it.", inner);
