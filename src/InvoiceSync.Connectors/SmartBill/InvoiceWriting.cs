using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>
/// Our document in SmartBill's words. Figures go there without VAT and SmartBill reckons the rest; what takes something
/// back has negative quantities. Our own number travels along as a reference.
/// </summary>
static class InvoiceWriting
{
    // SmartBill has names, not UN codes; what has no name here goes by its code.
    static readonly Dictionary<string, string> Units = new()
    {
        ["H87"] = "buc",
        ["C62"] = "buc",
        ["HUR"] = "ora",
        ["DAY"] = "zi",
        ["MON"] = "luna",
        ["ANN"] = "an",
        ["KGM"] = "kg",
        ["LTR"] = "litru",
        ["MTR"] = "m",
        ["KMT"] = "km",
        ["SET"] = "set",
    };

    /// <summary>The document, or which tax has no name in this connection.</summary>
    public static (SmartBillDocument? Document, string? Problem) Of(FiscalAccount account, InvoiceDocument invoice)
    {
        var missing = invoice.Vat.FirstOrDefault(v => !account.Settings.ContainsKey(TaxKey.Of(v.Category, v.Rate)));
        if (missing is not null) return (null, string.Create(CultureInfo.InvariantCulture, $"No SmartBill tax is chosen for {missing.Category} {missing.Rate:0.##} %. Choose it in the SmartBill connection."));

        var mailed = BooksMail.Reaches(account.Settings, invoice);
        return (new()
        {
            CompanyVatCode = account.Company,
            SeriesName = account.SeriesName,
            Client = Party(invoice.Buyer),
            Products = [.. invoice.Lines.SelectMany(line => Rows(account, invoice, line)), .. invoice.Allowances.Select(a => OneRow(account, invoice, a.Reason, -a.Amount, a.Category, a.Rate)), .. invoice.Charges.Select(c => OneRow(account, invoice, c.Reason ?? c.ReasonCode ?? "Cost", c.Amount, c.Category, c.Rate))],
            IssueDate = Day(invoice.IssuedOn),
            DueDate = invoice.DueOn is { } due ? Day(due) : null,
            DeliveryDate = invoice.PeriodEnd is { } end ? Day(end) : null,
            Currency = invoice.Currency.Code,
            ExchangeRate = invoice.VatInRon?.Rate,
            Language = invoice.Language?.ToUpperInvariant(),
            Observations = $"Ref. {invoice.Number}",
            SendEmail = mailed is not null,
            Email = mailed is null ? null : new(mailed),
            Mentions = invoice.Notes.Count > 0 ? string.Join('\n', invoice.Notes) : null,
        }, null);
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static IEnumerable<SmartBillRow> Rows(FiscalAccount account, InvoiceDocument invoice, InvoiceLine line)
    {
        var sign = invoice.Type == DocumentType.CreditNote ? -1 : 1;
        yield return Row(account, invoice, line.Name, line.Category, line.Rate) with
        {
            ProductDescription = line.Description,
            MeasuringUnitName = Units.GetValueOrDefault(line.Unit, line.Unit),
            Quantity = sign * line.Quantity,
            Price = line.UnitPrice,
        };
        if (line.Discount == 0) yield break;
        yield return Row(account, invoice, "Reducere", line.Category, line.Rate) with
        {
            IsDiscount = true,
            NumberOfItems = 1,
            DiscountType = 1,
            DiscountValue = -sign * line.Discount,
        };
    }

    // What lowers or raises the whole document is a row of its own in its tax: a discount row would have to follow the rows it lowers.
    static SmartBillRow OneRow(FiscalAccount account, InvoiceDocument invoice, string name, decimal amount, VatCategory category, decimal rate)
    {
        var owed = invoice.Type == DocumentType.CreditNote ? -amount : amount;
        return Row(account, invoice, name, category, rate) with { MeasuringUnitName = "buc", Quantity = Math.Sign(owed), Price = Math.Abs(owed) };
    }

    static SmartBillRow Row(FiscalAccount account, InvoiceDocument invoice, string name, VatCategory category, decimal rate) => new()
    {
        Name = name,
        Currency = invoice.Currency.Code,
        TaxName = account.Settings[TaxKey.Of(category, rate)],
        TaxPercentage = rate,
        IsService = true,
    };

    static SmartBillParty Party(Buyer buyer) => new()
    {
        Name = buyer.Name,
        VatCode = buyer.VatId ?? buyer.LegalId,
        IsTaxPayer = buyer.VatId is not null,
        Address = buyer.Address.MoreStreet is { } more ? $"{buyer.Address.Street}, {more}" : buyer.Address.Street,
        City = buyer.Address.City,
        County = buyer.Address.IsRomanian ? RomanianCounty.Find(buyer.Address.County)?.Name ?? buyer.Address.County : buyer.Address.County,
        Country = buyer.Address.IsRomanian ? "Romania" : buyer.Address.Country,
        Email = buyer.Email,
    };
}
