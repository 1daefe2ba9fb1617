using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Access;

/// <summary>A row in each table of roles and approvals, for a company whose rows others try to reach.</summary>
static class AccessSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        await portal.Send(company.Owner, new SaveRole(null, "canary role", [], ["export"], new()));
        await portal.Send(company.Owner, new OfferOwnership(People.IdOf(company.Viewer)));
        await portal.Send(company.Owner, new SaveApprovalRule(null, "canary rule", ApprovalKind.Refund, null, null, "canary customer", null));
        await portal.Send(company.Owner, new AskApproval(new(ApprovalKind.Refund, "canary-refund", "1", "canary refund", new(1, Currency.Ron), 1, "canary customer", null)));
        await portal.Send(company.Owner, new SetWebOrigins(["https://canary.example.com"]));
    }
}
