using System.Diagnostics;
using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.SabotagedPortal;

/// <summary>
/// Archives one company's log as the timetable would, and at the nth step of the archive the process is killed, as by kill -9: in
/// the middle of a month's file, behind it, twice before it is read back; and after the last month before drafts are cleared.
/// </summary>
static class ArchiveUntil
{
    public static async Task Run(string[] args, int step, Guid company)
    {
        await using var portal = await PortalHost.Build(args, services =>
        {
            var real = (ILogArchive)services.Last(s => s.ServiceType == typeof(ILogArchive)).ImplementationInstance!;
            services.AddSingleton<ILogArchive>(new MortalArchive(real, step));
        });
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        (await dispatch.As(Caller.System(new(company), "system"), d => d.Send(new ArchiveLog()))).OrThrow();
    }

    sealed class MortalArchive(ILogArchive real, int steps) : ILogArchive
    {
        const int HalfAFile = 300;

        int left = steps;

        public int? YearsKept => null;

        public Task Keep(TenantId tenant, string file, Func<Stream, Task> write, CancellationToken ct) => real.Keep(tenant, file, async to =>
        {
            using var whole = new MemoryStream();
            await write(whole);
            await to.WriteAsync(whole.GetBuffer().AsMemory(0, HalfAFile), ct);
            await to.FlushAsync(ct);
            Step();
            await to.WriteAsync(whole.GetBuffer().AsMemory(HalfAFile, (int)whole.Length - HalfAFile), ct);
            await to.FlushAsync(ct);
            Step();
        }, ct);

        public Stream Open(TenantId tenant, string file)
        {
            Step();
            return real.Open(tenant, file);
        }

        public IReadOnlyList<string> Files(TenantId tenant)
        {
            Step();
            return real.Files(tenant);
        }

        public void Delete(TenantId tenant, string file) => real.Delete(tenant, file);

        // SIGKILL: nothing is disposed, flushed or rolled back by us.
        void Step()
        {
            if (--left == 0) Process.GetCurrentProcess().Kill();
        }
    }
}
