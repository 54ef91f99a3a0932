namespace Lysekil.Convergence.Histories;

/// <summary>How likely what may go wrong is, each time it may.</summary>
/// <param name="MessageLoss">That an event or a message is lost.</param>
/// <param name="Duplication">That it comes twice.</param>
/// <param name="FailedCall">That a storage call fails without effect.</param>
/// <param name="LostResponse">That a storage call takes effect and its answer is lost.</param>
/// <param name="RepeatedCall">
/// That the SDK hears no answer to a change that took effect, makes the call again, and gets the answer of a lost race.
/// </param>
/// <param name="FunctionCrash">That a function dies between two storage calls.</param>
/// <param name="ProcessCrash">That all functions of a process die, and its memory with them.</param>
/// <param name="SlowFunction">That a function is many times slower than others.</param>
/// <param name="Stall">That ten minutes pass between two storage calls: messages that are being worked on show again.</param>
/// <param name="EditorPace">How many times slower editors are than as fast as they can.</param>
/// <param name="ClockSkew">By how much two processes' clocks may differ.</param>
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
    int EditorPace,
    TimeSpan ClockSkew)
{
    public static FaultProfile None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, TimeSpan.Zero);

    /// <summary>Some kinds of trouble each time, seldom all, so that each is also seen alone.</summary>
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
