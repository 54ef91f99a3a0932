using Lysekil.Desk.Layout;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Desk.Tests.Layout;

public sealed class SwedishTimeTests
{
    private readonly SwedishTime _time = new(new FakeTimeProvider(Some.Now));

    [Theory]
    [InlineData("2026-05-04T07:05:00Z", "i dag 9.05")]
    [InlineData("2026-05-03T22:30:00Z", "i dag 0.30")]
    [InlineData("2026-05-03T21:30:00Z", "i går 23.30")]
    [InlineData("2026-05-05T12:00:00Z", "i morgon 14.00")]
    [InlineData("2026-01-03T12:00:00Z", "3 januari 2026 kl. 13.00")]
    public void A_moment_is_told_by_the_day_in_sweden(string moment, string text) =>
        Assert.Equal(text, _time.Near(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));
}
