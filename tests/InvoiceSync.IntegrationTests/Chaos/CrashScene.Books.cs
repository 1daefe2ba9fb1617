using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Chaos;

// The same scene with SmartBill, where a question that nothing else can settle is answered by a person who looks there.
sealed partial class CrashScene
{
    /// <summary>Each call takes its time, so that a kill falls into one.</summary>
    public Task SlowBooks() => setUp.Practice.Post("faults", new { target = "smartbill", kind = "delayed", probability = 1.0, delayMs = 300, seed = Seed });

    // A notice that was acknowledged may be no sale yet: they are counted.
    public async Task SettleWithPerson(int sales)
    {
        await setUp.Practice.NoFaults();
        await Eventually.Seen(
            async () =>
            {
                foreach (var asked in await Texts("select f.invoice_id::text from fiscal.filings f join fiscal.filing_attempts a on a.tenant_id = f.tenant_id and a.filing_id = f.id where a.candidate is not null"))
                    await Answer(new(Guid.Parse(asked)));
                return sales - (await Texts("select source_id from sync.sales where state = 'Accepted'")).Count;
            },
            left => left == 0,
            TimeSpan.FromMinutes(2));
    }

    /// <summary>Our numbers on what was made there.</summary>
    public async Task<IReadOnlyList<string>> MadeInBooks() =>
        [.. (await setUp.Practice.Get("log")).GetProperty("smartbill").EnumerateArray().Select(made => made.GetProperty("observations").GetString()!)];

    async Task Answer(InvoiceId invoice)
    {
        var ours = (await setUp.Ask(company.Viewer, new GetInvoice(invoice))).Document.Number;
        var found = (await setUp.Practice.Get("log")).GetProperty("smartbill").EnumerateArray().Where(made => made.GetProperty("observations").GetString() == $"Ref. {ours}").Select(made => made.GetProperty("number").GetString()).FirstOrDefault();
        // Asked twice in a hurry it is settled already.
        await setUp.As(company.Owner, d => d.Send(new SettleFiling(invoice, found), Ct));
    }
}
