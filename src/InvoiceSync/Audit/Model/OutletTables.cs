using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>The tables of what leaves the log.</summary>
static class OutletTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Outlet> Outlets => db.Set<Outlet>();

        public DbSet<OutletProgress> OutletProgress => db.Set<OutletProgress>();

        public DbSet<ParkedEntry> ParkedEntries => db.Set<ParkedEntry>();

        public DbSet<ExportPlan> ExportPlans => db.Set<ExportPlan>();

        public DbSet<ExportRun> ExportRuns => db.Set<ExportRun>();

        public DbSet<AlertRules> AlertRules => db.Set<AlertRules>();

        public DbSet<Alert> Alerts => db.Set<Alert>();

        public DbSet<AnchorMails> AnchorMails => db.Set<AnchorMails>();

        public DbSet<LogReading> LogReadings => db.Set<LogReading>();
    }
}
