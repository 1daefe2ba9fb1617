namespace InvoiceSync.Sandbox.Faults;

static class Struck
{
    public static FaultDial? By(this IReadOnlyList<FaultDial> struck, string kind) => struck.FirstOrDefault(dial => dial.Kind == kind);

    /// <summary>The page the real firewalls answer with: status 200, a page where data was expected.</summary>
    public const string HtmlPage =
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator." +
        "<br><br>Your support ID is: 4207849484218931337<br><br><a href='javascript:history.back();'>[Go Back]</a></body></html>";

    /// <summary>The answer gets lost: the caller waits, then sees the connection die.</summary>
    public static async Task LoseAnswer(HttpContext http, FaultDial dial)
    {
        await Hold(dial, http.RequestAborted);
        http.Abort();
    }

    public static async Task Hold(FaultDial dial, CancellationToken leaving)
    {
        try
        {
            await Task.Delay(dial.DelayMs, leaving);
        }
        catch (TaskCanceledException)
        {
            // The caller gave up first, which is what the dial is for.
        }
    }
}
