using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>What a company chose about its deadlines, and a warning it was sent.</summary>
static class DeadlinesSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        await portal.Send(company.Owner, new ChooseCompanySize(CompanySize.Large));
        await portal.Send(company.Owner, new MuteDeadlines(true));
        await Database.Ask(portal.Database.Platform, $"insert into sync.deadline_warnings (tenant_id, subject, day, at) values ('{company.Id.Value}', gen_random_uuid(), 2, now())", TestContext.Current.CancellationToken);
        await Database.Ask(portal.Database.Platform, $"insert into sync.authorization_warnings (tenant_id, ends_on, step, at) values ('{company.Id.Value}', '2026-12-21', 7, now())", TestContext.Current.CancellationToken);
    }
}
