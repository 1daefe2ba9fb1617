using InvoiceSync.Web.Access;
using InvoiceSync.Web.Audit;
using InvoiceSync.Web.Customers;
using InvoiceSync.Web.Fiscal;
using InvoiceSync.Web.Hosting.Docs;
using InvoiceSync.Web.Hosting.Rest;
using InvoiceSync.Web.Hosting.Sso;
using InvoiceSync.Web.Invoicing;
using InvoiceSync.Web.Ledger;
using InvoiceSync.Web.Messaging;
using InvoiceSync.Web.Monitoring;
using InvoiceSync.Web.Reports;
using InvoiceSync.Web.Shared;
using InvoiceSync.Web.Sync;

namespace InvoiceSync.Web.Hosting;

/// <summary>The order in which a request meets things, and the map of everything it can ask for.</summary>
static class PortalPipeline
{
    public static WebApplication UsePortal(this WebApplication app)
    {
        var options = PortalOptions.Read(app.Configuration);
        app.UseTrustedProxies(options);
        app.UseExceptionHandler(ApiProblems.Unexpected);
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseSecurityHeaders();
        if (options.Does("portal")) app.UseRefusedPages();
        app.UseTenantAddress(options);
        if (options.Does("api")) app.UseRestAddress().UseApiDocs().UseRestReaders().UseAddressLimit(options.Api).UseRestPreflight();
        if (options.Does("portal")) app.UseSsoLimit().UsePublicLimit();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        if (options.Does("api")) app.UseRestCors().UseKeyLimit(options.Api).UseRestBudget();

        app.MapHealth();
        app.MapStripeHook();
        app.MapBounceHook();
        if (options.Does("api"))
        {
            app.MapPortalApi();
            app.MapTokenEndpoint();
            app.MapScim();
        }

        if (options.Does("portal"))
        {
            app.MapSignOut();
            app.MapSso();
            app.MapPasskeys();
            app.MapProof();
            app.MapAnafAuthorization();
            app.MapFilingFiles();
            app.MapMailboxFiles();
            app.MapInvoiceZip();
            app.MapPeriodZip();
            app.MapInvoiceFiles();
            app.MapEstimateFiles();
            app.MapAttachmentFiles();
            app.MapPublicInvoice();
            app.MapCustomerFiles();
            app.MapAuditExport();
            app.MapLedgerExport();
            app.MapReportExport();
            app.MapPortal();
        }

        return app;
    }
}
