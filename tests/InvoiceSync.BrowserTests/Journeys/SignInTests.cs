using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class SignInTests(PortalInBrowser portal)
{
    [Fact]
    public async Task A_wrong_password_is_refused_in_one_sentence_and_the_right_one_leads_where_the_person_wanted_to_go()
    {
        var page = await portal.Open(email: null);
        await page.GotoAsync($"{portal.Home}problems");
        await page.SignIn(PortalInBrowser.Owner, "wrong wrong wrong");
        await Assertions.Expect(page.Locator(".note[role=alert]")).ToContainTextAsync("wrong");
        await page.SignIn(PortalInBrowser.Owner, PortalInBrowser.OwnerPassword);
        await Assertions.Expect(page).ToHaveURLAsync($"{portal.Home}problems");
    }

    [Fact]
    public async Task After_signing_out_the_company_is_behind_the_door_again()
    {
        var page = await portal.Open(email: null);
        await page.GotoAsync($"{portal.Address}sign-in");
        await page.SignIn(PortalInBrowser.Owner, PortalInBrowser.OwnerPassword);
        await Assertions.Expect(page).ToHaveURLAsync(portal.Home);
        await page.Visit(portal.Home);
        await page.GetByText(PortalInBrowser.Owner).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync(portal.Home);
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    [Fact]
    public async Task The_door_speaks_romanian_to_a_romanian_browser()
    {
        var page = await portal.Open(email: null, locale: "ro-RO");
        await page.GotoAsync($"{portal.Address}sign-in");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Conectare");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Sign in");
    }
}
