namespace Lysekil.Convergence.Histories;

/// <summary>The probability of each kind of fault, each time that it may occur.</summary>
/// <param name="MessageLoss">An event or message is lost.</param>
/// <param name="Duplication">An event or message is delivered twice.</param>
/// <param name="FailedCall">A storage call fails without effect.</param>
/// <param name="LostResponse">A storage call takes effect and its response is lost.</param>
/// <param name="RepeatedCall">
/// The response to a change is lost, the SDK repeats the call, and its condition fails because of the first call.
/// </param>
/// <param name="FunctionCrash">An invocation crashes between two storage calls.</param>
/// <param name="ProcessCrash">All invocations of a process crash, and its caches are lost.</param>
/// <param name="SlowFunction">An invocation is many times slower than others.</param>
/// <param name="Stall">
/// Ten minutes pass between two storage calls, so messages that are being handled become visible again.
/// </param>
/// <param name="EditorSlowdown">
/// A factor, not a probability: how many times slower than possible the editors work.
/// </param>
/// <param name="ClockSkew">A duration: the difference between the clocks of the two processes.</param>
public sealed record FaultProfile(
    double MessageLoss,
    double Duplication,
    double FailedCall,
    double LostResponse,
    double RepeatedCall,
    double FunctionCrash,
    double ProcessCrash,
    double SlowFunction,
    double Stall,
    int EditorSlowdown,
    TimeSpan ClockSkew)
{
    public static FaultProfile None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, TimeSpan.Zero);

    /// <summary>Draws a profile with some kinds of faults, seldom all, so that each also occurs alone.</summary>
    public static FaultProfile Draw(Random random)
    {
        double Perhaps(double share, double most) => random.NextDouble() < share ? random.NextDouble() * most : 0;
        return new FaultProfile(
            Perhaps(.3, .4),
            Perhaps(.5, .3),
            Perhaps(.4, .04),
            Perhaps(.4, .04),
            Perhaps(.4, .06),
            Perhaps(.5, .05),
            Perhaps(.2, .01),
            Perhaps(.5, .5),
            Perhaps(.2, .01),
            random.Next(2) == 0 ? 1 : random.Next(2, 20),
            random.NextDouble() < .3 ? TimeSpan.FromSeconds(random.Next(1, 90)) : TimeSpan.Zero);
    }
}
