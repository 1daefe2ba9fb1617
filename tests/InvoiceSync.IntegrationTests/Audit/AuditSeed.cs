using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>A row in each table of what leaves the log, for a company whose rows others try to reach.</summary>
static class AuditSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        await portal.Send(company.Owner, new SaveOutlet(null, OutletKind.Splunk, "canary outlet", "https://logs.canary.example", Token: "canary-token"));
        var plan = await portal.Send(company.Owner, new SaveExportPlan(null, "canary export", ExportRhythm.Daily, ExportForm.Csv));
        await portal.Send(company.Machine, new MakeExport(plan, new(new(2026, 1, 1), new(2026, 1, 1))));
        await portal.Send(company.Owner, new SaveAlertRules(50, 50, 10, TellNetworks: true, TellExports: false));
        await portal.Send(company.Owner, new SaveAnchorMail(["canary-auditor@auditor.example"]));
        await portal.Send(company.Machine, new WatchLog());
    }

    /// <summary>What only comes to be after a while, written past our own code.</summary>
    public static string Rows(TenantId company) => $"""
        insert into audit.parked_entries (tenant_id, outlet, seq, entry, reason, at) select tenant_id, outlet, 1, gen_random_uuid(), 'canary', now() from audit.outlet_progress where tenant_id = '{company.Value}';
        insert into audit.alerts (tenant_id, id, kind, about, hour, at, count, filter) values ('{company.Value}', gen_random_uuid(), 'LogExported', 'usr_canary', now(), now(), 1, 'who=usr_canary');
        """;
}
