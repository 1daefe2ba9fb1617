using InvoiceSync.Access;
using InvoiceSync.Audit.Model;
using InvoiceSync.Audit.Model.Letters;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Audit;

/// <summary>
/// Who did what, when, and can we prove it. An entry is written in the very commit it tells of and linked to the one before
/// by its hash; signed checkpoints kept outside the database show a cut or a rewrite of the whole.
/// </summary>
public sealed class AuditModule : IModule
{
    public static void Register(ModuleBuilder module)
    {
        module.Uses<TenancyModule>().Uses<MessagingModule>().Uses<AccessModule>()
            .Runs<AnchorLog>("audit.anchor-log", cron: "0 0/15 * * * ?", JobScope.EachTenant)
            .Runs<AnchorLog>("audit.anchor-own-log", cron: "0 0/15 * * * ?", JobScope.Once)
            .Runs<ArchiveLog>("audit.archive-log", cron: "0 40 3 * * ?", JobScope.EachTenant)
            .Runs<ArchiveLog>("audit.archive-own-log", cron: "0 40 3 * * ?", JobScope.Once)
            .Runs<IndexLogWords>("audit.index-log-words", cron: "0 30 3 * * ?", JobScope.Once)
            .Runs<MakeLogMonths>("audit.make-log-months", cron: "0 20 3 * * ?", JobScope.Once)
            .Runs<WatchLog>("audit.watch-log", cron: "30 0/5 * * * ?", JobScope.EachTenant)
            .Runs<MailCheckpoint>("audit.mail-checkpoint", cron: "0 10 5 * * ?", JobScope.EachTenant)
            .Runs<MakeExports>("audit.make-exports", cron: "0 5/15 * * * ?", JobScope.EachTenant)
            .Runs<StartOutlets>("audit.start-outlets", cron: "0 8/15 * * * ?", JobScope.EachTenant);
        module.Services.AddSingleton<IPersonKeyStore, PersonKeyStore>().AddSingleton<PersonKeys>().AddScoped<EntryWriter>().AddScoped<EntryReader>().AddScoped<IUnderMasterKey, PersonKeyRewrap>();
        module.Services.AddScoped<IKeepSecrets, OutletSecretKeeper>().AddScoped<ExportEntries>().AddScoped<ReaderPost>();
        module.Services.AddSingleton<IRefusalLog, RefusalLog>().AddScoped<WordSearch>().AddScoped<ArchiveSearch>().AddScoped<ArchiveProof>();
    }
}
