using Bunit;
using InvoiceSync.Web.Sync;

namespace InvoiceSync.Tests.Web.Sync;

public sealed class SaleTimelineTests
{
    [Fact]
    public void Each_moment_is_a_list_item_with_the_companys_own_clock_and_the_instant_for_machines()
    {
        using var pieces = new PortalPieces();
        var at = new DateTimeOffset(2026, 11, 20, 22, 30, 5, TimeSpan.Zero);
        var timeline = pieces.Render<SaleTimeline>(p => p.AddCascadingValue(PortalPieces.Bucharest).Add(t => t.Moments, [new(at, "check", "good", "Accepted")]));
        Assert.Equal("21 Nov, 00:30:05", timeline.Find("time").TextContent);
        Assert.StartsWith("2026-11-20T22:30:05", timeline.Find("time").GetAttribute("datetime"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_outside_said_is_shown_as_text()
    {
        using var pieces = new PortalPieces();
        var timeline = pieces.Render<SaleTimeline>(p => p.AddCascadingValue(PortalPieces.Bucharest).Add(t => t.Moments, [new(default, "check", "good", "said", "<img src=x onerror=alert(1)>")]));
        Assert.Empty(timeline.FindAll("img"));
        Assert.Contains("<img", timeline.Find(".mono").TextContent, StringComparison.Ordinal);
    }
}
