using System.Text.Json;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Fixture;

/// <summary>What a person does on a page, and what we look for.</summary>
static class PageActs
{
    static readonly string Axe = Path.Combine(RepositoryRoot.Path, "tests", "peers", "axe", "node_modules", "axe-core", "axe.min.js");

    public static async Task SignIn(this IPage page, string email, string password)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Opens a page and waits for its circuit: before it lives, clicks go nowhere.</summary>
    public static async Task Visit(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Lives();
    }

    public static Task Lives(this IPage page) => page.WaitForFunctionAsync("() => document.documentElement.dataset.live === 'true'");

    public static async Task Sell(this IPage page, string kind)
    {
        await page.GetByText("New practice sale").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = kind }).ClickAsync();
    }

    /// <summary>A picture of the page for a person to look at, in the folder INVOICESYNC_PICTURES names; nothing without it.</summary>
    public static async Task Keep(this IPage page, string name, int width)
    {
        if (Environment.GetEnvironmentVariable("INVOICESYNC_PICTURES") is not { } folder) return;
        var file = name.Length == 0 ? "overview" : string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{file}-{width}.png"), FullPage = true });
    }

    /// <summary>Fits dark on a telephone and light on a desk, and shuts nobody out.</summary>
    public static async Task Looks(this IPage page, string name)
    {
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Dark), (1280, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.Keep(name, width);
            Assert.False(await page.ScrollsSideways());
            Assert.Empty(await page.Barriers());
        }
    }

    public static Task<bool> ScrollsSideways(this IPage page) =>
        page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth");

    // Colours are judged once they have arrived: a change of scheme, a button and a toast fade, and longer on a busy machine.
    const string Look = """
        async () => {
          const fading = document.getAnimations().filter(a => a.effect?.getComputedTiming().iterations !== Infinity).map(a => a.finished.catch(() => {}));
          await Promise.race([Promise.all(fading), new Promise(done => setTimeout(done, 3000))]);
          return (await axe.run()).violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => `${v.id}: ${v.nodes[0].html} ${v.nodes[0].any[0]?.message ?? ''}`);
        }
        """;

    /// <summary>The serious and critical findings of axe, each with the element it is about.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(this IPage page)
    {
        Assert.SkipUnless(File.Exists(Axe), "axe is not installed; eng/test installs it.");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe, TestContext.Current.CancellationToken));
        var found = await page.EvaluateAsync<JsonElement>(Look);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }
}
