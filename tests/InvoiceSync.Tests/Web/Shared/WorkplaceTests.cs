using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Shared;

public sealed class WorkplaceTests
{
    readonly Workplace workplace = new(Some.Company, Some.Owner);

    [Theory]
    [InlineData("2026-11-20 12:00", "2026-11-20 10:00")]
    [InlineData("2026-07-20 12:00", "2026-07-20 09:00")]
    [InlineData("2026-10-25 03:30", "2026-10-25 00:30")] // shown twice that night
    public void What_the_wall_shows_is_one_instant(string wall, string utc) =>
        Assert.Equal(DateTimeOffset.Parse($"{utc}Z", null), workplace.At(DateTime.Parse(wall, null)));
}
