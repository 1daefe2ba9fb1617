using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Customers;

/// <summary>Companies are looked up in the practice register, kept for a day by each company alone, and told to programs.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class CompanyDataTests(PortalUnderTest portal)
{
    const string Known = "RO18547290";
    const string Nobody = "40999992"; // right by its check digit, in no register

    [Fact]
    public async Task A_company_is_asked_about_once_a_day_and_each_tenant_asks_for_itself()
    {
        var (company, other) = (await Company.Create(portal, "data-once", hooked: false), await Company.Create(portal, "data-other", hooked: false));
        var found = await portal.Send(company.Owner, new FindCompany("cui 1854 7290"));
        Assert.Equal(("18547290", true), (found.Cui, found.OfficeCheck!.Address is not null));
        var several = await portal.Send(company.Owner, new FindCompanies([Known, Nobody, "RO18547291", Known]));
        Assert.Equal((found, Nobody, "RO18547291"), (Assert.Single(several.Found), Assert.Single(several.Missing), Assert.Single(several.Wrong)));
        Assert.Equal("company.not_found", (await portal.Try(company.Owner, new FindCompany(Nobody))).Error?.Code);
        Assert.Equal("cui.invalid", (await portal.Try(company.Owner, new FindCompany("RO18547291"))).Error?.Code);

        await portal.Practice.Post("faults", new { kind = "html_200", target = "anaf", path = "/api/PlatitorTvaRest" });
        try
        {
            Assert.Equal(found, await portal.Send(company.Owner, new FindCompany(Known)));
            Assert.Equal("registry.unavailable", (await portal.Try(other.Owner, new FindCompany(Known))).Error?.Code);
            using var api = await ApiCaller.Of(portal, other);
            var judged = (await api.Post("/api/anaf/validate-cui?cui=" + Known, new { })).Body;
            Assert.Equal((true, "registry.unavailable"), (judged.GetProperty("valid").GetBoolean(), judged.Text("reason")));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.Get("/api/anaf/company/" + Known)).Status);
        }
        finally
        {
            await portal.Practice.NoFaults();
        }

        Assert.Empty(await portal.Ask(other.Owner, new KeptCompanies(["18547290"], DateTimeOffset.MinValue)));
        await portal.Send(company.Owner, new KeepCompanies([found with { Name = "Renamed" }]));
        Assert.Equal("Renamed", Assert.Single(await portal.Ask(company.Owner, new KeptCompanies(["18547290"], DateTimeOffset.MinValue))).Name);
        Assert.Empty(await portal.Ask(company.Owner, new KeptCompanies(["18547290"], TimeProvider.System.GetUtcNow().AddMinutes(1))));
    }

    [Fact]
    public async Task Programs_are_told_what_a_cui_is_and_whose()
    {
        var company = await Company.Create(portal, "data-api", hooked: false);
        using var api = await ApiCaller.Of(portal, company, Roles.Viewer);
        var (status, body, _) = await api.Get("/api/anaf/company/" + Known);
        Assert.Equal((HttpStatusCode.OK, "18547290"), (status, body.Text("cui")));
        Assert.All((string[])["name", "address", "registration_number", "vat_payer", "vat_registration_date", "inactive", "vat_on_cash", "as_of"], field => Assert.True(body.TryGetProperty(field, out _), field));
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/api/anaf/company/" + Nobody)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await api.Get("/api/anaf/company/12345678901234")).Status);

        Assert.Equal((true, true, "18547290"), await Verdict(Known));
        Assert.Equal((false, true, Nobody), await Verdict(Nobody));
        Assert.Equal((false, false, "18547291"), await Verdict("RO18547291"));
        Assert.Equal((false, false, null), await Verdict(""));

        async Task<(bool, bool, string?)> Verdict(string cui)
        {
            var said = (await api.Post("/api/anaf/validate-cui?cui=" + cui, new { })).Body;
            return (said.GetProperty("valid").GetBoolean(), said.GetProperty("check_digit").GetBoolean(), said.Text("cui"));
        }
    }
}
