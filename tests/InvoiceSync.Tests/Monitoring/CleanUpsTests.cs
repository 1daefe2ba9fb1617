using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Monitoring;
using InvoiceSync.Sync.Model;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Monitoring;

public sealed class CleanUpsTests
{
    // Whoever adds one has thought about whether a tax inspector may ask for it.
    static readonly Type[] Technical =
    [
        typeof(CallCount), typeof(InboxEvent), typeof(NewsPost), typeof(TimetableRun), typeof(SyncRun), typeof(Batch),
        typeof(DeadlineWarning), typeof(AuthorizationWarning), typeof(WorkItem),
    ];

    [Fact]
    public void Only_these_rows_may_ever_be_forgotten_by_a_rule() =>
        Assert.Equal(Technical.Select(t => t.Name).Order(), typeof(IForgettable).Assembly.GetTypes().Where(t => t.IsClass && typeof(IForgettable).IsAssignableFrom(t)).Select(t => t.Name).Order());

    [Fact]
    public void The_compiler_asks_the_row_itself_whether_it_may_be_forgotten()
    {
        var row = typeof(CleanUp<>).GetGenericArguments()[0];
        Assert.Contains(typeof(IForgettable), row.GetGenericParameterConstraints());
        Assert.Throws<ArgumentException>(() => typeof(CleanUp<>).MakeGenericType(typeof(ArchivedFile)));
    }

    [Fact]
    public void Each_rule_has_a_name_of_its_own_and_keeps_rows_for_a_day_at_least()
    {
        var rules = new ServiceCollection().AddInvoiceSync().Where(s => s.ServiceType == typeof(ICleanUp)).Select(s => (ICleanUp)s.ImplementationInstance!).ToList();
        Assert.Equal(rules.Count, rules.Select(r => r.Name).Distinct().Count());
        Assert.True(rules.Count >= Technical.Length);
        Assert.All(rules, rule => Assert.True(rule.Days >= 1));
    }
}
