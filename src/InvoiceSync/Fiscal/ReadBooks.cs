using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Asks SmartBill which series and taxes the account has, and suggests which of them are ours.</summary>
[Requires("integration.manage")]
public sealed record ReadBooks : IProcess<ReadBooks.View>
{
    /// <summary>Suggested holds the names by TaxKey, where one is plain from its percentage or name.</summary>
    public sealed record View(IReadOnlyList<FiscalSeries> Series, IReadOnlyList<FiscalTax> Taxes, IReadOnlyDictionary<string, string> Suggested)
    {
        /// <summary>The series of pro-formas.</summary>
        public IReadOnlyList<FiscalSeries> EstimateSeries { get; init; } = [];
    }

    internal sealed class Handler(FiscalDoor door, CallerHolder who) : IHandle<ReadBooks, View>
    {
        public async Task<View> Handle(ReadBooks command, CancellationToken ct)
        {
            var desk = await door.Open(FiscalDoor.SmartBill, who.Caller, ct);
            var books = (IFiscalBooks)desk.Provider;
            var series = (await books.Series(desk.Account, ct)).Value(books.Title);
            var estimates = (await books.EstimateSeries(desk.Account, ct)).Value(books.Title);
            var taxes = (await books.Taxes(desk.Account, ct)).Value(books.Title);
            var suggested = from key in TaxKey.All
                            let tax = taxes.FirstOrDefault(t => Means(t, key.Category, key.Rate))
                            where tax is not null
                            select KeyValuePair.Create(TaxKey.Of(key.Category, key.Rate), tax.Name);
            return new(series, taxes, suggested.ToDictionary()) { EstimateSeries = estimates };
        }

        static bool Means(FiscalTax tax, VatCategory category, decimal rate) => tax.Percent == rate && category switch
        {
            VatCategory.S => true,
            VatCategory.AE => tax.Name.Contains("invers", StringComparison.OrdinalIgnoreCase),
            VatCategory.E => tax.Name.Contains("scutit", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }
}
