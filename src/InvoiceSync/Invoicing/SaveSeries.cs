using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Sets up a number series, or makes it the one new invoices draw from. Pattern and first number change only while no number
/// was drawn: a series that changes its face has a hole for every reader.
/// </summary>
[Requires("settings.manage")]
public sealed record SaveSeries(string Name, string Pattern, long First = 1, bool IsDefault = false) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<SaveSeries, Done>
    {
        public async Task<Done> Handle(SaveSeries command, CancellationToken ct)
        {
            var name = command.Name.Trim();
            Rule.Require(name.Length is > 0 and <= 20 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), SeriesErrors.NameWrong);
            var pattern = NumberPattern.Parse(command.Pattern);
            var all = await db.InvoiceSeries.ToListAsync(ct);
            if (all.Count == 0 && name != InvoiceSeries.UsualName) all.Add(Usual());
            Rule.Require(all.All(s => s.Name == name || s.Pattern != pattern.Text), SeriesErrors.PatternTaken);

            var series = all.SingleOrDefault(s => s.Name == name);
            if (series is null) db.Add(series = new() { Name = name });
            else Rule.Require(series.Pattern == pattern.Text && series.First == command.First || !await HasBegun(NumberPattern.Parse(series.Pattern), ct), SeriesErrors.Begun);

            var year = (await dispatcher.Today(time, ct)).Year;
            if (series.Pattern != pattern.Text || series.First != command.First || series.FirstYear == 0) series.Shape(pattern, command.First, year);
            Choose(series, all, command.IsDefault);
            return default;
        }

        static void Choose(InvoiceSeries series, List<InvoiceSeries> all, bool wanted)
        {
            var others = all.Where(s => s != series).ToList();
            Rule.Require(wanted || !series.IsDefault, SeriesErrors.LastDefault);
            series.IsDefault = wanted || others.Count == 0;
            if (series.IsDefault)
                foreach (var other in others) other.IsDefault = false;
        }

        // The one a company has without setting anything up stays, and stays the one in use unless another is wanted.
        InvoiceSeries Usual()
        {
            var usual = new InvoiceSeries { Name = InvoiceSeries.UsualName, IsDefault = true };
            db.Add(usual);
            return usual;
        }

        async Task<bool> HasBegun(NumberPattern pattern, CancellationToken ct) =>
            (await db.NumberSeries.Select(n => n.Name).ToListAsync(ct)).Any(pattern.Counts);
    }
}
