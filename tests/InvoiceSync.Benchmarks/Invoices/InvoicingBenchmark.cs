using System.Globalization;
using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Benchmarks.Invoices;

/// <summary>
/// invoices: a draft of ten lines made and issued, number, ledger, sums, log and events in its commits; then printed by the warm Chromium.
/// Afterwards the numbers must have no gap.
/// </summary>
static class InvoicingBenchmark
{
    static readonly DraftContent Content = new()
    {
        Buyer = new(BuyerKind.Company, "Exemplu Client SRL", "RO18547290") { Address = new("Bd. Test 2", null, "Cluj-Napoca", "Cluj", "400001", "RO") },
        TermDays = 14,
        Lines = [.. Enumerable.Range(1, 10).Select(n => new DraftLine($"Consultanță {n}", null, n, 150) { Rate = 21, Unit = "HUR" })],
    };

    public static async Task Run(BenchServer server, BenchOptions options, Report report)
    {
        await using var portal = await PortalHost.Build(BenchPortal.Arguments(await server.Database("invoicing")));
        var dispatch = portal.Services.GetRequiredService<ScopedDispatch>();
        var company = await Company(dispatch);
        var made = new List<InvoiceId>();
        foreach (var hands in (int[])[1, 16, 64])
        {
            // Sixty-four hands, a thousand invoices each, on one series.
            var (many, rounds) = (hands, options.Size) == (64, Size.L) ? (64_000, 1) : (options.Of(200, 1_000, 4_000), options.Rounds);
            await Issue(many / 16);
            var samples = new List<Sample>();
            for (var round = 0; round < rounds; round++) samples.Add(await Issue(many));
            report.Add(Rounds.Row("invoices.create-and-issue", $"{many:N0}, {hands} at once", "invoices/s", samples, s => s.PerSecond) with
            {
                Note = string.Create(CultureInfo.InvariantCulture, $"p50 {samples.Select(s => s.Latency(0.5)).Median() / 1000:N1} ms, p99 {samples.Select(s => s.Latency(0.99)).Median() / 1000:N1} ms"),
            });

            Task<Sample> Issue(int count) => Sample.AtOnce(hands, count, async _ =>
            {
                var issued = await dispatch.As(company, async d => (await d.Send(new IssueDraft((await d.Send(new CreateDraft(Content))).OrThrow()))).OrThrow());
                lock (made) made.Add(issued);
            });
        }

        await NumbersHaveNoGap(dispatch, company, made.Count);
        await Print(dispatch, company, made, options, report);
    }

    static async Task Print(ScopedDispatch dispatch, Caller company, List<InvoiceId> made, BenchOptions options, Report report)
    {
        foreach (var hands in (int[])[1, 4])
        {
            var many = options.Of(20, 100, 200);
            await Round(many / 4);
            var samples = new List<Sample>();
            for (var round = 0; round < options.Rounds; round++) samples.Add(await Round(many));
            report.Add(Rounds.Row("invoices.pdf", $"{hands} at once", "PDF/s", samples, s => s.PerSecond) with
            {
                Note = string.Create(CultureInfo.InvariantCulture, $"p50 {samples.Select(s => s.Latency(0.5)).Median() / 1000:N0} ms, p99 {samples.Select(s => s.Latency(0.99)).Median() / 1000:N0} ms"),
            });

            Task<Sample> Round(int count) => Sample.AtOnce(hands, count, async at =>
            {
                var printed = (await dispatch.As(company, d => d.Ask(new PrintInvoice(made[at % made.Count])))).OrThrow();
                WrongResultException.Unless(printed.Pdf.AsSpan().StartsWith("%PDF"u8), "No PDF.");
            });
        }
    }

    static async Task<Caller> Company(ScopedDispatch dispatch)
    {
        var setUp = new Caller(null, "set-up", new HashSet<string> { "platform.manage" });
        var company = Caller.System((await dispatch.As(setUp, d => d.Send(new CreateTenant("bench", "Bench", TenantMode.Practice)))).OrThrow(), "bench");
        (await dispatch.As(company, d => d.Send(new SaveCompanyProfile(new(
            "Bench SRL", "14399840", true, "J12/1/2020", new("Strada Principala 1", null, "Cluj-Napoca", "400001", "RO-CJ", "RO"), null, null, null, null))))).OrThrow();
        return company;
    }

    static async Task NumbersHaveNoGap(ScopedDispatch dispatch, Caller company, int issued)
    {
        var series = (await dispatch.As(company, d => d.Ask(new ListSeries()))).OrThrow()[0];
        var digits = string.Concat(series.NextNumber.Reverse().TakeWhile(char.IsAsciiDigit).Reverse());
        WrongResultException.Unless(int.Parse(digits, CultureInfo.InvariantCulture) == issued + 1, $"{issued} were issued and the next is {series.NextNumber}.");
    }
}
