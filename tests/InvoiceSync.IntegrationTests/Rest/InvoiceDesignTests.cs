using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>Versions of a company's design, and which of them an invoice is printed with.</summary>
[Collection(RestPortal.Name)]
public sealed class InvoiceDesignTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The smallest PNG there is.
    static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task An_invoice_keeps_the_design_it_was_issued_with()
    {
        var company = await Company.Create(portal, "design-day", hooked: false);
        var before = await RestPortal.Issue(portal, company);
        Assert.Equal(1, await portal.Send(company.Owner, new SaveInvoiceDesign(new() { Accent = "#AB0001", Footer = "first words" })));
        var first = await RestPortal.Issue(portal, company);
        var own = new InvoiceDesign { Accent = "#AB0002", Layout = InvoiceLayout.Own, Html = "<p class=\"mine\">{{number}} {{#each lines}}{{name}}{{/each}}</p>", Css = ".mine { color: red; }" };
        Assert.Equal(2, await portal.Send(company.Owner, new SaveInvoiceDesign(own)));
        var second = await RestPortal.Issue(portal, company);

        Assert.Contains(InvoiceDesign.UsualAccent, await Html(company, before), StringComparison.Ordinal);
        Assert.Contains("first words", await Html(company, first), StringComparison.Ordinal);
        Assert.Contains("#AB0001", await Html(company, first), StringComparison.Ordinal);
        var page = await Html(company, second);
        Assert.Contains("<p class=\"mine\">", page, StringComparison.Ordinal);
        Assert.Contains("#AB0002", page, StringComparison.Ordinal);

        var shown = await portal.Ask(company.Owner, new GetInvoiceDesign());
        Assert.Equal(2, shown.Number);
        Assert.Equal([2, 1], shown.Versions.Select(v => v.Number));
        Assert.Equal("first words", (await portal.Ask(company.Owner, new GetInvoiceDesign(1))).Design.Footer);
    }

    [Fact]
    public async Task A_logo_is_a_picture_of_this_company()
    {
        var (company, other) = (await Company.Create(portal, "design-logo", hooked: false), await Company.Create(portal, "design-logo-2", hooked: false));
        var logo = await portal.Send(company.Owner, new KeepLogo(Dot));
        Assert.Equal(logo, await portal.Send(company.Owner, new KeepLogo(Dot)));
        await portal.Send(company.Owner, new SaveInvoiceDesign(new() { Logo = logo }));
        Assert.Contains("src=\"data:image/png;base64,", await portal.Ask(company.Owner, new PreviewInvoiceDesign(new() { Logo = logo })), StringComparison.Ordinal);
        Assert.Equal("design.logo_not_found", (await portal.As(other.Owner, d => d.Send(new SaveInvoiceDesign(new() { Logo = logo }), Ct))).Error!.Code);
        Assert.DoesNotContain("data:image", await portal.Ask(other.Owner, new PreviewInvoiceDesign(new() { Logo = logo })), StringComparison.Ordinal);
        foreach (var wrong in (byte[][])["<svg onload='x'>"u8.ToArray(), [.. Dot, .. new byte[300_000]], [], [0xFF, 0xD8, 0xFF, 0xC0]])
            Assert.Equal("design.logo_invalid", (await portal.As(company.Owner, d => d.Send(new KeepLogo(wrong), Ct))).Error!.Code);
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new KeepLogo(Dot), Ct))).Error!.Code);
    }

    Task<string> Html(Company company, InvoiceId invoice) => portal.As(company.Owner, async d => (await d.Ask(new DrawInvoice(invoice), Ct)).OrThrow().Html);
}
