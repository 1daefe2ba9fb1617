using InvoiceSync.Cli.Api;

namespace InvoiceSync.Cli.Process;

/// <summary>The steps of process-invoices: read from Stripe, hand in what waits, follow until the authority has answered.</summary>
sealed class ProcessRun(ApiClient api, ProcessOptions asked, Progress progress, TimeProvider time)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Dictionary<string, Refusal> refused = [];

    public async Task<ProcessReport> Run(CancellationToken ct)
    {
        var begun = time.GetUtcNow();
        var until = begun + asked.Patience;
        var timely = asked.DryRun || await Read(until, ct);
        var sales = await HandIn(await List(ct), ct);
        if (!asked.DryRun)
        {
            sales = await List(ct);
            while (asked.Wait && sales.Any(s => s.IsOnItsWay) && time.GetUtcNow() < until)
            {
                progress.Show("settled", sales.Count(s => !s.IsOnItsWay), sales.Count);
                await Task.Delay(Pause, time, ct);
                sales = await List(ct);
            }

            progress.Show("settled", sales.Count(s => !s.IsOnItsWay), sales.Count);
        }

        return new(asked, begun, time.GetUtcNow(), timely, [.. sales.Select(s => refused.GetValueOrDefault(s.SaleId) is { } why ? s with { Problem = $"{why.Code}: {why.Detail}" } : s)]);
    }

    /// <summary>Has the portal read the range from Stripe; false when that took too long.</summary>
    async Task<bool> Read(DateTimeOffset until, CancellationToken ct)
    {
        var body = new { start_date = asked.From, end_date = asked.To, invoices = asked.Invoices, charges = asked.Charges };
        var run = (await api.Post<SyncStarted>("api/sync", body, ct)).OrThrow().Id;
        while (true)
        {
            var seen = (await api.Get<SyncRun>($"api/sync/{run}", ct)).OrThrow();
            progress.Show(seen.Problem is null ? "read from Stripe" : $"read from Stripe ({seen.Problem})", seen.Read, seen.Found);
            if (seen.Finished) return true;
            if (time.GetUtcNow() >= until) return false;
            await Task.Delay(Pause, time, ct);
        }
    }

    async Task<List<Sale>> List(CancellationToken ct)
    {
        var sales = new List<Sale>();
        if (asked.Invoices) await List("invoices", sales, ct);
        if (asked.Charges) await List("charges", sales, ct);
        return sales;
    }

    async Task List(string kind, List<Sale> into, CancellationToken ct)
    {
        string? cursor = null;
        do
        {
            var page = (await api.Get<SalePage>($"api/stripe/{kind}?start_date={asked.From:yyyy-MM-dd}&end_date={asked.To:yyyy-MM-dd}&limit=100{(cursor is null ? "" : $"&starting_after={cursor}")}", ct)).OrThrow();
            into.AddRange(page.Data.Select(Sale.Of).Where(s => s.State != Sale.NotDue));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    async Task<List<Sale>> HandIn(List<Sale> sales, CancellationToken ct)
    {
        var done = 0;
        var foreseen = new List<Sale>();
        foreach (var sale in sales)
        {
            foreseen.Add(sale.WantsProcessing ? await HandIn(sale, ct) : sale);
            progress.Show(asked.DryRun ? "looked at" : "handed in", ++done, sales.Count);
        }

        return foreseen;
    }

    async Task<Sale> HandIn(Sale sale, CancellationToken ct)
    {
        var body = new { source_type = sale.SourceType, source_id = sale.Id, provider = asked.Provider, dry_run = asked.DryRun };
        var answer = await api.Post<Processed>("api/invoices/process", body, ct);
        if (answer.Refusal is { } why) refused[sale.SaleId] = why;
        return answer.Value is { } seen ? sale with { State = seen.Status, Reason = seen.Reason, WouldFile = asked.DryRun && seen.Status == Sale.Waiting } : sale;
    }
}
