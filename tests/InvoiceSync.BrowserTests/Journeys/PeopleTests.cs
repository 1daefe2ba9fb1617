using InvoiceSync.Access;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class PeopleTests(PortalInBrowser portal)
{
    // Other tests may have a whole period read in before this sale's turn comes.
    const float Patience = 180_000;

    static readonly (string Permission, string[] Holders)[] Matrix =
    [
        ("invoice.create", [Roles.Owner, Roles.Admin, Roles.Manager]),
        ("invoice.update.own", [Roles.Owner, Roles.Admin, Roles.Manager]),
        ("invoice.delete", [Roles.Owner, Roles.Admin]),
        ("invoice.void", [Roles.Owner, Roles.Admin, Roles.Accountant, Roles.Manager]),
        ("invoice.send", [Roles.Owner, Roles.Admin, Roles.Manager]),
        ("payment.create", [Roles.Owner, Roles.Admin, Roles.Accountant, Roles.Manager]),
        ("payment.refund", [Roles.Owner, Roles.Admin, Roles.Accountant]),
        ("user.manage", [Roles.Owner, Roles.Admin]),
        ("settings.manage", [Roles.Owner, Roles.Admin]),
        ("report.view", [Roles.Owner, Roles.Admin, Roles.Accountant, Roles.Manager, Roles.Viewer]),
        ("billing.manage", [Roles.Owner]),
    ];

    public static TheoryData<string> EachRole => [.. Roles.BuiltIn];

    [Theory]
    [MemberData(nameof(EachRole))]
    public async Task The_page_says_of_a_person_what_the_matrix_says_of_the_role(string role)
    {
        var person = role switch { Roles.Owner => PortalInBrowser.Owner, Roles.Viewer => PortalInBrowser.Viewer, _ => await portal.Join($"{role}@practice.example", role) };
        var page = await portal.Open();
        await page.Visit($"{portal.Home}people");
        await page.GetByRole(AriaRole.Row, new() { Name = person }).GetByRole(AriaRole.Link).ClickAsync();
        foreach (var (permission, holders) in Matrix)
        {
            await page.GetByLabel("Do this").SelectOptionAsync(permission);
            await Assertions.Expect(page.Locator($"[data-permission='{permission}'][data-allowed]")).ToHaveAttributeAsync("data-allowed", holders.Contains(role) ? "yes" : "no");
        }
    }

    [Fact]
    public async Task A_role_of_ones_own_is_made_given_and_felt_on_an_open_screen()
    {
        const string person = "collector@practice.example";
        await portal.Join(person, Roles.Viewer, PortalInBrowser.ViewerPassword);
        var theirs = await portal.Open(person);
        await theirs.Visit($"{portal.Home}sales");

        var page = await portal.Open();
        await page.Visit($"{portal.Home}settings/roles/new?like=Viewer");
        await page.GetByLabel("Name").FillAsync("Collections");
        await page.GetByLabel("Record payments").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save role" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Collections" })).ToBeVisibleAsync();

        await page.Visit($"{portal.Home}people");
        await page.GetByRole(AriaRole.Row, new() { Name = person }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByLabel("Collections").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It holds from this moment")).ToBeVisibleAsync();

        // What they may differs now: within a minute the open screen has to sign in anew, and finds itself signed in with the new roles.
        await Assertions.Expect(theirs).Not.ToHaveURLAsync($"{portal.Home}sales", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task What_needs_approval_shows_at_once_and_goes_on_when_approved()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}settings/approvals");
        await page.GetByLabel("Name").FillAsync("Everything today");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add rule" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Everything today" })).ToBeVisibleAsync();

        var inbox = await portal.Open();
        await inbox.Visit($"{portal.Home}approvals");
        await page.Visit(portal.Home);
        await page.Sell("To a company");
        var card = inbox.Locator("article").First;
        await card.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync(new() { Timeout = Patience });
        await Assertions.Expect(inbox.GetByText("It goes on now")).ToBeVisibleAsync();

        await page.Visit($"{portal.Home}settings/approvals");
        await page.GetByRole(AriaRole.Row, new() { Name = "Everything today" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByText("No rules yet")).ToBeVisibleAsync();
    }
}
