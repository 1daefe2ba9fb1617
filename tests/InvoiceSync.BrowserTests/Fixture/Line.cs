using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Fixture;

/// <summary>The line between a page and its circuit, which can be cut: what the page sends meanwhile is gone.</summary>
sealed class Line
{
    readonly List<(IWebSocketRoute Page, IWebSocketRoute Portal)> open = [];
    bool isCut;

    public static async Task<Line> Of(IPage page)
    {
        var line = new Line();
        await page.RouteWebSocketAsync(address => address.Contains("/_blazor", StringComparison.Ordinal), line.Connect);
        await page.RouteAsync("**/_blazor/**", route => line.isCut ? route.AbortAsync() : route.ContinueAsync());
        return line;
    }

    public async Task Cut()
    {
        isCut = true;
        foreach (var (page, portal) in open)
        {
            await portal.CloseAsync(new() { Code = 3001 });
            await page.CloseAsync(new() { Code = 3001 });
        }

        open.Clear();
    }

    public void Mend() => isCut = false;

    void Connect(IWebSocketRoute page)
    {
        if (isCut) _ = page.CloseAsync(new() { Code = 3001 });
        else open.Add((page, page.ConnectToServer()));
    }
}
