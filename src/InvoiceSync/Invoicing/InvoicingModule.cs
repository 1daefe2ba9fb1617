using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Ledger;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Invoicing;

/// <summary>
/// The canonical invoice: exactly one for each sale or draft, in the words of EN 16931, unchanged from the moment it is
/// issued. Drafts are written here and, by the calendar, made by schedules; here are the number series and the official exchange rates that invoices need.
/// </summary>
public sealed class InvoicingModule : IModule
{
    internal const string MakesDue = "invoicing.make-due-invoices";

    public static void Register(ModuleBuilder module) => module
        .Runs<WatchReports>("invoicing.watch-reports", cron: "0 55 3 * * ?", JobScope.EachTenant)
        .Runs<MarkOverdueInvoices>("invoicing.mark-overdue", cron: "0 7 * * * ?", JobScope.EachTenant)
        .Runs<RemindCustomers>("invoicing.remind-customers", cron: "0 12 6-15 ? * MON-FRI", JobScope.EachTenant)
        .Uses<TenancyModule>()
        .Uses<CustomersModule>()
        .Uses<AccessModule>()
        .Uses<LedgerModule>()
        .Uses<MessagingModule>()
        .Runs<MakeDueInvoices>(MakesDue, cron: "0 5 * * * ?", JobScope.EachTenant)
        .Services.AddScoped<NumberDraw>().AddScoped<CreditWriter>().AddScoped<Receivables>().AddScoped<InvoiceEnclosures>().AddScoped<IFollowMail, InvoiceMails>().AddScoped<IFollowMail, ReminderMails>().AddSingleton<PaperTemplates>().AddSingleton<IBulkAct, IssueInBulk>().AddSingleton<IBulkAct, AssignInBulk>();
}
