using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvoiceSync.Connectors.Chromium;

/// <summary>
/// One page in a browser context of its own, from HTML to PDF. Script is off, and each request it makes is answered here: our
/// fonts, and nothing else. None leaves the machine.
/// </summary>
static class PrintedPage
{
    static readonly TimeSpan Closing = TimeSpan.FromSeconds(5);

    public static async Task<byte[]> Print(DevTools tools, string html, CancellationToken ct)
    {
        var context = Text(await tools.Call("Target.createBrowserContext", new() { ["disposeOnDetach"] = true }, null, ct), "browserContextId");
        try
        {
            var target = Text(await tools.Call("Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = context }, null, ct), "targetId");
            var session = Text(await tools.Call("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }, null, ct), "sessionId");
            try
            {
                return await Print(tools, session, html, ct);
            }
            finally
            {
                tools.Forget(session);
            }
        }
        finally
        {
            // Whatever became of the page, the browser shall not keep it; also when nobody waits for it any more.
            using var soon = new CancellationTokenSource(Closing, TimeProvider.System);
            await tools.Call("Target.disposeBrowserContext", new() { ["browserContextId"] = context }, null, soon.Token);
        }
    }

    static async Task<byte[]> Print(DevTools tools, string session, string html, CancellationToken ct)
    {
        tools.Listen(session, (method, said) =>
        {
            if (method == "Fetch.requestPaused") _ = Answer(tools, session, said, ct);
        });
        await tools.Call("Fetch.enable", new() { ["patterns"] = new JsonArray(new JsonObject { ["urlPattern"] = "*" }) }, session, ct);
        await tools.Call("Emulation.setScriptExecutionDisabled", new() { ["value"] = true }, session, ct);
        await tools.Call("Emulation.setEmulatedMedia", new() { ["media"] = "print" }, session, ct);
        var frame = Text((await tools.Call("Page.getFrameTree", null, session, ct)).GetProperty("frameTree").GetProperty("frame"), "id");
        await tools.Call("Page.setDocumentContent", new() { ["frameId"] = frame, ["html"] = html }, session, ct);
        // Asked by the tools, not by the page, whose scripts are off: laid out once, the page has asked for its fonts, and they come.
        await tools.Call("Runtime.evaluate", new() { ["expression"] = "document.body && document.body.offsetHeight, document.fonts.ready.then(() => true)", ["awaitPromise"] = true }, session, ct);
        var printed = await tools.Call("Page.printToPDF", new() { ["printBackground"] = true, ["preferCSSPageSize"] = true, ["generateTaggedPDF"] = true }, session, ct);
        return printed.GetProperty("data").GetBytesFromBase64();
    }

    static async Task Answer(DevTools tools, string session, JsonElement said, CancellationToken ct)
    {
        var request = Text(said, "requestId");
        var font = PaperFonts.Find(Text(said.GetProperty("request"), "url"));
        try
        {
            if (font is null) await tools.Call("Fetch.failRequest", new() { ["requestId"] = request, ["errorReason"] = "BlockedByClient" }, session, ct);
            else await tools.Call("Fetch.fulfillRequest", new() { ["requestId"] = request, ["responseCode"] = 200, ["responseHeaders"] = Headers(), ["body"] = font }, session, ct);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone already; whoever waits for it is told there.
        }
    }

    static JsonArray Headers() => new(new JsonObject { ["name"] = "Access-Control-Allow-Origin", ["value"] = "*" });

    static string Text(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;
}
