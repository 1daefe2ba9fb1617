using InvoiceSync.Invoicing;
using InvoiceSync.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace InvoiceSync.Tests.Invoicing;

public sealed class RemindCustomersTests
{
    [Fact]
    public void It_runs_by_day_from_Monday_to_Friday_and_never_at_a_weekend()
    {
        var module = new ModuleBuilder(new ServiceCollection());
        InvoicingModule.Register(module);
        var cron = new CronExpression(module.Timetable.Single(t => t.Command == typeof(RemindCustomers)).Cron);
        var days = new HashSet<DayOfWeek>();
        DateTimeOffset? at = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);
        for (var n = 0; n < 200; n++) days.Add((at = cron.GetNextValidTimeAfter(at!.Value))!.Value.UtcDateTime.DayOfWeek);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], days.Order());
    }
}
