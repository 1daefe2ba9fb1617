using System.Text.RegularExpressions;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>The account on the screen: devices that end while somebody looks, and two steps from the QR code to the second door.</summary>
public sealed partial class AccountTests(PortalInBrowser portal)
{
    const string Password = "a person of this test";

    [Fact]
    public async Task A_device_ended_from_another_is_signed_out_while_its_page_is_open()
    {
        await portal.AddPerson("ended@practice.example", Password);
        var here = await SignedIn("ended@practice.example");
        var there = await SignedIn("ended@practice.example");
        await there.Visit($"{portal.Home}sales");
        await here.Visit($"{portal.Home}account/sessions");
        await here.GetByRole(AriaRole.Button, new() { Name = "Sign out all others" }).ClickAsync();
        await Assertions.Expect(here.GetByRole(AriaRole.Button, new() { Name = "Sign out all others" })).ToHaveCountAsync(0);
        await Assertions.Expect(there).ToHaveURLAsync(Door(), new() { Timeout = 60_000 });
        await there.GotoAsync($"{portal.Home}sales");
        await Assertions.Expect(there).ToHaveURLAsync(Door());
    }

    [Fact]
    public async Task Two_steps_are_switched_on_with_the_app_and_asked_at_the_next_sign_in()
    {
        await portal.AddPerson("steps@practice.example", Password);
        var page = await SignedIn("steps@practice.example");
        await page.Visit($"{portal.Home}account/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code" })).ToBeVisibleAsync();
        Assert.Empty(await page.Barriers());
        var secret = await page.Locator(".copy code").InnerTextAsync();
        await page.GetByLabel("Code of the app").FillAsync(AuthenticatorApp.Code(secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch it on" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your recovery codes")).ToBeVisibleAsync();
        var recovery = (await page.Locator(".once .copy code").InnerTextAsync()).Split(' ')[0];

        var next = await portal.Open(email: null);
        await next.GotoAsync($"{portal.Address}sign-in");
        await next.SignIn("steps@practice.example", Password);
        await next.GetByLabel("Code").FillAsync("000000");
        await next.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(next.Locator(".note.bad")).ToContainTextAsync("wrong");
        await next.GotoAsync(portal.Home);
        await Assertions.Expect(next).ToHaveURLAsync(Door());
        await next.GotoAsync($"{portal.Address}sign-in/second-step");
        await next.GetByLabel("Code").FillAsync(recovery);
        await next.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(next).ToHaveURLAsync(portal.Home);
    }

    [Fact]
    public async Task A_dangerous_step_asks_again_after_ten_minutes_and_then_goes_on_by_itself()
    {
        await portal.AddPerson("proof@practice.example", Password);
        var page = await SignedIn("proof@practice.example");
        await portal.ForgetProof("proof@practice.example");
        // Who a token is is remembered for a few seconds.
        var asked = page.GetByLabel("Password or code");
        for (var tries = 0; tries < 60 && await asked.CountAsync() == 0; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
            await page.Visit($"{portal.Home}account/security");
            await page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
            await Assertions.Expect(asked.Or(page.GetByRole(AriaRole.Img, new() { Name = "QR code" })).First).ToBeVisibleAsync();
        }

        await asked.FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".wrong")).ToBeVisibleAsync();
        await page.GetByLabel("Password or code").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_forgot_the_password_finds_the_link_in_the_practice_outbox()
    {
        await portal.AddPerson("forgot@practice.example", Password);
        var page = await portal.Open(email: null, width: 390);
        await page.GotoAsync($"{portal.Address}sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Forgotten the password?" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync("forgot@practice.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mail me a link" }).ClickAsync();
        await portal.Mailed("forgot@practice.example");
        await page.GetByRole(AriaRole.Link, new() { Name = "practice outbox" }).ClickAsync();
        var link = page.Locator("article", new() { HasText = "forgot@practice.example" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(link.First).ToBeVisibleAsync();
        Assert.Empty(await page.Barriers());
        Assert.False(await page.ScrollsSideways());
        await link.First.ClickAsync();
        await page.GetByLabel("New password").FillAsync("another phrase altogether");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.SignIn("forgot@practice.example", "another phrase altogether");
        await Assertions.Expect(page).ToHaveURLAsync(portal.Home);
    }

    async Task<IPage> SignedIn(string email)
    {
        var page = await portal.Open(email: null);
        await page.GotoAsync($"{portal.Address}sign-in");
        await page.SignIn(email, Password);
        await Assertions.Expect(page).ToHaveURLAsync(portal.Home);
        return page;
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex Door();
}
