using System.Globalization;
using NCrontab;

namespace Lysekil.Functions.Tests.Bindings;

/// <summary>Schedules are read as the functions host reads them: with seconds, in UTC.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("PublishScheduled", 24 * 60, "00:00:00", "00:01:00", "00:02:00")]
    [InlineData("ReconcileSources", 24 * 6, "00:00:00", "00:10:00", "00:20:00")]
    [InlineData("ReconcilePages", 1, "03:17:00")]
    public void A_timer_ticks_when_its_comment_says(string function, int ticksADay, params string[] first)
    {
        var ticks = TicksOfADay(AppFunctions.Timers[function].Schedule);

        Assert.Equal(ticksADay, ticks.Count);
        Assert.Equal(first, ticks.Take(3));
    }

    private static List<string> TicksOfADay(string schedule)
    {
        var midnight = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);
        return [.. CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true })
            .GetNextOccurrences(midnight.AddSeconds(-1), midnight.AddDays(1))
            .Select(tick => tick.ToString("HH:mm:ss", CultureInfo.InvariantCulture))];
    }
}
