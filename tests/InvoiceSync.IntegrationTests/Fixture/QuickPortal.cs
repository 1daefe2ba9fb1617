using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>
/// A portal that looks for due work five times a second, hashes passwords quickly, and keeps no polite gap before the
/// practice SmartBill, which counts no calls here. Turns are still taken one by one in the line all nodes share; the gap
/// itself and the real cost of a hash have tests of their own.
/// </summary>
static class QuickPortal
{
    public static IServiceCollection AddQuickPace(this IServiceCollection services) => services
        .Replace(ServiceDescriptor.Singleton(new WorkOptions { Poll = TimeSpan.FromMilliseconds(200) }))
        .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000)
        .Replace(ServiceDescriptor.Singleton<ICallLine>(p => new ShortLine(new SharedCallLine(p.GetRequiredService<ScopedDispatch>()))));

    sealed class ShortLine(ICallLine inner) : ICallLine
    {
        public Task<TimeSpan?> Take(string line, TimeSpan gap, CancellationToken ct) =>
            inner.Take(line, line.StartsWith("smartbill/", StringComparison.Ordinal) ? gap / 20 : gap, ct);

        public Task Hold(string line, TimeSpan wait, CancellationToken ct) => inner.Hold(line, wait, ct);
    }
}
