using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Messaging;
using InvoiceSync.Monitoring;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;
using InvoiceSync.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Sync;

/// <summary>
/// Where sales come from and what becomes of them. A provider's notice is only a hint: it is stored, answered, and the sale
/// is fetched again and mirrored; a complete sale becomes one invoice, an unusual one waits for a person with the reason.
/// </summary>
public sealed class SyncModule : IModule
{
    public static void Register(ModuleBuilder module)
    {
        module
            .Uses<TenancyModule>()
            .Uses<AccessModule>()
            .Uses<CustomersModule>()
            .Uses<InvoicingModule>()
            .Uses<FiscalModule>()
            .Uses<MessagingModule>()
            .Uses<MonitoringModule>()
            .Uses<WebhooksModule>()
            .Runs<CatchUp>("sync.catch-up", "30 */5 * * * ?", JobScope.EachTenant)
            .Runs<WarnOfDeadlines>("sync.warn-of-deadlines", "0 20 * * * ?", JobScope.EachTenant)
            .Runs<WarnOfAuthorization>("sync.warn-of-authorization", "0 25 * * * ?", JobScope.EachTenant)
            .Runs<BeginDueTimetables>("sync.begin-due-timetables", "5 */5 * * * ?", JobScope.EachTenant)
            .Runs<SendDueSummary>("sync.send-due-summary", "20 0 * * * ?", JobScope.EachTenant);
        // An event of the source is told again for thirty days; a term of five days is long over after ninety.
        module
            .Forgets<InboxEvent>("notices", 90, before => e => e.State != InboxState.New && e.ReceivedAt < before)
            .Forgets<NewsPost>("news-posts", 90, before => p => p.State != NewsPostState.Waiting && p.CreatedAt < before)
            .Forgets<TimetableRun>("timetable-runs", 400, before => r => r.StartedAt < before)
            .Forgets<SyncRun>("sync-runs", 400, before => r => r.StartedAt < before)
            .Forgets<DeadlineWarning>("deadline-warnings", 90, before => w => w.At < before)
            .Forgets<AuthorizationWarning>("authorization-warnings", 400, before => w => w.At < before)
            // Their rows go with them, and there may be many.
            .Forgets<Batch>("plans", 30, before => b => b.StartedAt == null && b.CreatedAt < before, slice: 5)
            .Forgets<Batch>("batches", 400, before => b => b.FinishedAt < before, slice: 5);
        module.Services.AddSingleton<HookIntake>().AddScoped<SourceDoor>().AddScoped<OpenDeadlines>().AddScoped<BatchOwner>();
    }
}
