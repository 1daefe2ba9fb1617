using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// Draws the next number of a series in the transaction that issues the invoice: the counter's row lock makes the series
/// gapless, a rollback gives the number back.
/// </summary>
sealed class NumberDraw(InvoiceSyncDb db)
{
    // Sales without a number of their own have had this series from the beginning.
    const string Sales = "S";

    public Task<string> OfSales(CancellationToken ct) => Next(Sales, 1, number => $"{Sales}-{number:000000}", ct);

    public async Task<string> OfOwn(string? seriesName, DateOnly issuedOn, CancellationToken ct)
    {
        var series = await db.InvoiceSeries.AsNoTracking().SingleOrDefaultAsync(s => seriesName == null ? s.IsDefault : s.Name == seriesName, ct);
        Rule.Require(series is not null || seriesName is null or InvoiceSeries.UsualName, SeriesErrors.NotFound);
        var pattern = NumberPattern.Parse(series?.Pattern ?? InvoiceSeries.DefaultPattern);
        return await Next(pattern.CounterOn(issuedOn), series?.FirstIn(issuedOn.Year) ?? 1, number => pattern.Number(issuedOn, number), ct);
    }

    /// <summary>Credit notes have a series of their own, or one the company chose for them.</summary>
    public Task<string> OfCredit(string? seriesName, DateOnly issuedOn, CancellationToken ct)
    {
        if (seriesName is not null) return OfOwn(seriesName, issuedOn, ct);
        var usual = NumberPattern.Parse(CreditSettings.UsualPattern);
        return Next(usual.CounterOn(issuedOn), 1, number => usual.Number(issuedOn, number), ct);
    }

    /// <summary>Pro-formas and quotes count apart from everything that is an invoice, whatever patterns the company chose for those.</summary>
    public Task<string> OfEstimate(EstimateKind kind, DateOnly madeOn, CancellationToken ct)
    {
        var usual = NumberPattern.Parse(kind == EstimateKind.Proforma ? "PF-{yyyy}-{0000}" : "OF-{yyyy}-{0000}");
        return Next($"estimate {usual.CounterOn(madeOn)}", 1, number => usual.Number(madeOn, number), ct);
    }

    // An invoice numbered elsewhere may stand in the series' way: its place is taken, and no hole. Before a first number is passed over the
    // series is asked for again: somebody else may just have begun it, and two who each wait for the other would be a deadlock.
    async Task<string> Next(string counter, long first, Func<long, string> text, CancellationToken ct)
    {
        for (var start = first; ;)
        {
            if (await Drawn(counter, ct) is { } number)
            {
                if (await IsFree(text(number), ct)) return text(number);
            }
            else if (await IsFree(text(start), ct))
            {
                db.Add(new NumberSeries { Name = counter, Next = start + 1 });
                return text(start);
            }
            else
            {
                start++;
            }
        }
    }

    async Task<long?> Drawn(string counter, CancellationToken ct)
    {
        var series = db.NumberSeries.Where(n => n.Name == counter);
        return await series.ExecuteUpdateAsync(n => n.SetProperty(x => x.Next, x => x.Next + 1), ct) == 0 ? null : await series.Select(n => n.Next - 1).SingleAsync(ct);
    }

    async Task<bool> IsFree(string number, CancellationToken ct) => !await db.Invoices.AnyAsync(i => i.Number == number, ct);
}
