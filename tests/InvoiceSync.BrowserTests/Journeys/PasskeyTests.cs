using System.Text.RegularExpressions;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>Passkeys, with an authenticator Chromium plays. Browsers know no passkeys of bare addresses, so these pages are opened by a name.</summary>
public sealed partial class PasskeyTests(PortalInBrowser portal)
{
    const string Password = "a person with a passkey";

    string Site => $"http://localhost:{portal.Address.Port}/";

    [Fact]
    public async Task A_passkey_is_added_signs_in_without_password_and_no_longer_after_it_is_removed()
    {
        await portal.AddPerson("passkey@practice.example", Password);
        var page = await portal.Open(email: null);
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync($"{Site}sign-in");
        await page.SignIn("passkey@practice.example", Password);
        await Assertions.Expect(page).ToHaveURLAsync($"{Site}t/practice/");
        await page.Visit($"{Site}t/practice/account/security");
        await page.GetByLabel("Name of the passkey").FillAsync("My telephone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("My telephone", new() { Exact = true })).ToBeVisibleAsync();

        await SignOut(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{Site}t/practice/");

        await portal.ForgetProof("passkey@practice.example");
        // Who a token is is remembered for five seconds.
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
        await page.Visit($"{Site}t/practice/account/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("My telephone", new() { Exact = true })).ToHaveCountAsync(0);
        await SignOut(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("was not accepted")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Door());
    }

    async Task SignOut(IPage page)
    {
        await page.GetByText("passkey@practice.example").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Door());
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex Door();
}
