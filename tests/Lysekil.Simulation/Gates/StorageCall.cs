using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>
/// One call to storage, as it would travel over the wire. A gate gets the same instance before and after the effect;
/// two calls that ask for the same are equal, so that a test can compare traces.
/// </summary>
/// <param name="Service">The container, table or queue, by its name in <see cref="StorageNames"/>.</param>
/// <param name="Operation">What is asked.</param>
/// <param name="Key">
/// The blob's name; the row's key; where the range or the slice begins; the keys of a commit, with a space between;
/// the text of a message.
/// </param>
public sealed record StorageCall(string Service, StorageOperation Operation, string Key)
{
    public override string ToString() => $"{Operation} {Service} {Key}".TrimEnd();
}
