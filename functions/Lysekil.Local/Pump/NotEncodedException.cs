namespace Lysekil.Local.Pump;

/// <summary>A message is not text in base64. The functions host poisons such a message without a try.</summary>
internal sealed class NotEncodedException(Exception inner)
    : Exception("The message is not text in base64, as the functions host expects it.", inner);
