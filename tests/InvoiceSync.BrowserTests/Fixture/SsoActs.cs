using System.Text.RegularExpressions;
using System.Web;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Fixture;

/// <summary>What people do around a company's own sign-in, and what they find.</summary>
static partial class SsoActs
{
    /// <summary>From the company's own address through the button with the provider's name.</summary>
    public static async Task<IPage> Knock(this SsoCompany company, int width = 1280)
    {
        var page = await company.Portal.Open(email: null, width: width);
        await page.GotoAsync(company.Home);
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue with Acme" }).ClickAsync();
        return page;
    }

    public static async Task IsIn(this SsoCompany company, IPage page) => await Assertions.Expect(page).ToHaveURLAsync(company.Home);

    /// <summary>The refused page in words, with its number, for every screen and everybody; and the company stays shut.</summary>
    public static async Task IsRefused(this SsoCompany company, IPage page, string words)
    {
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Not signed in");
        await Assertions.Expect(page.Locator(".note.bad")).ToContainTextAsync(words);
        await Assertions.Expect(page.Locator(".copy code")).ToHaveTextAsync(Number());
        await page.Keep("sso refused", page.ViewportSize!.Width);
        Assert.False(await page.ScrollsSideways());
        Assert.Empty(await page.Barriers());
        await company.IsOut(page);
    }

    /// <summary>Whatever page they are on: the company's own sends them to the door.</summary>
    public static async Task IsOut(this SsoCompany company, IPage page)
    {
        await page.GotoAsync($"{company.Home}sales");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>As the guide says: the password, which is not enough, and a code. Every owner gets a letter about it.</summary>
    public static async Task<IPage> OwnerBreaksTheGlass(this SsoCompany company)
    {
        var page = await company.Portal.Open(email: null);
        await page.GotoAsync($"{company.Portal.Address}sign-in");
        await page.SignIn(company.Owner, SsoCompany.Password);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Not by this way");
        Assert.Empty(await page.Barriers());
        await page.GetByText("Emergency: I am an owner").ClickAsync();
        await page.GetByLabel("Break-glass code").FillAsync("0000-0000-0000-0000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter with the code" }).ClickAsync();
        await Assertions.Expect(page.Locator(".note.bad")).ToContainTextAsync("This code is wrong");
        await page.GetByLabel("Break-glass code").FillAsync(company.Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter with the code" }).ClickAsync();
        await company.IsIn(page);
        await company.OwnersAreTold();
        return page;
    }

    /// <summary>A provider's answer that nobody at the provider gave, in the hands of somebody who began honestly.</summary>
    public static async Task<IPage> StrangerCallsBack(this SsoCompany company, string issuer)
    {
        var page = await company.Portal.Open(email: null);
        var state = HttpUtility.ParseQueryString((await company.Question(page)).Query)["state"]!;
        await page.GotoAsync($"{company.Door}callback?code=of-my-own-making&state={Uri.EscapeDataString(state)}&iss={Uri.EscapeDataString(issuer)}");
        return page;
    }

    /// <summary>The address at the provider that a browser is sent to, which it does not go to. It holds the cookie of its question.</summary>
    public static async Task<Uri> Question(this SsoCompany company, IPage page)
    {
        var sent = await page.APIRequest.GetAsync($"{company.Door}start", new() { MaxRedirects = 0 });
        return new(sent.Headers["location"]);
    }

    /// <summary>Goes to an address that may not answer: then the browser shows a page of its own.</summary>
    public static async Task Reach(this IPage page, string address)
    {
        try
        {
            await page.GotoAsync(address);
        }
        catch (PlaywrightException)
        {
            // What the browser says about it is not ours, but until it has said it no other address can be opened.
            await page.WaitForURLAsync(at => at.StartsWith("chrome-error:", StringComparison.Ordinal));
        }
    }

    // Letters leave through the queue.
    static async Task OwnersAreTold(this SsoCompany company)
    {
        var page = await company.Portal.Open(email: null);
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(20);
        foreach (var owner in new[] { company.Owner, company.SecondOwner })
        {
            var letter = page.GetByRole(AriaRole.Article).Filter(new() { HasText = owner }).Filter(new() { HasText = "A break-glass code opened" });
            while (true)
            {
                await page.GotoAsync($"{company.Portal.Address}practice/mail");
                if (await letter.CountAsync() > 0) break;
                Assert.True(TimeProvider.System.GetUtcNow() < until, $"{owner} was not told.");
            }
        }

        await page.Context.CloseAsync();
    }

    [GeneratedRegex("^[0-9A-Z:]+$")]
    private static partial Regex Number();
}
