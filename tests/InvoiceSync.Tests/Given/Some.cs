using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Given;

/// <summary>Plain examples of everything; a test changes with "with" only what it is about.</summary>
static class Some
{
    /// <summary>Noon in Bucharest on Friday, 20 November 2026.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public static readonly TenantId Tenant = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));
    public static readonly TenantId OtherTenant = new(Guid.Parse("01900000-0000-7000-8000-000000000002"));
    public static readonly ConnectionId Connection = new(Guid.Parse("01900000-0000-7000-8000-000000000003"));
    public static readonly GetTenant.View Company = new(Tenant, "exemplu", "Exemplu", TenantMode.Practice, "Europe/Bucharest");
    public static readonly FindRate.Found EuroRate = new(5.0919m, new(2026, 11, 19), "BNR");
    public static readonly Caller Owner = new(Tenant, "usr_1", InvoiceSync.Access.Roles.Of(InvoiceSync.Access.Roles.Owner));

    public static Seller Seller => SampleInvoices.Seller;

    public static SourceCustomer Client => new("cus_1", "Ana Pop", "Exemplu Client SRL", "client@exemplu.ro", ClujAddress) { TaxIds = [new("eu_vat", "RO18547290")] };

    public static SourceCustomer Person => new("cus_2", "Popescu Ion", null, null, new("Str. Salcâmilor 4", null, "Iași", "IS", "700001", "RO"));

    public static SourceAddress ClujAddress => new("Bd. Test 2", null, "Cluj-Napoca", "Cluj", "400001", "RO");

    public static SourceSale Sale(params SourceLine[] lines) => Sale(Currency.Ron, lines);

    /// <summary>A paid invoice of the source whose totals follow from its lines; one line of 100.00 at 21 % when none is given.</summary>
    public static SourceSale Sale(Currency currency, params SourceLine[] given)
    {
        SourceLine[] lines = given.Length > 0 ? given : [Line(100)];
        var tax = lines.Sum(l => l.Taxes.Sum(t => t.Amount));
        var total = lines.Sum(l => l.Amount - l.Discount) + tax;
        return new()
        {
            Key = new(SaleKind.Invoice, "in_1"),
            AccountId = "acct_1",
            Live = false,
            Status = SaleStatus.Paid,
            Number = "A-0001",
            CreatedAt = Noon,
            IssuedAt = Noon,
            PaidAt = Noon,
            Currency = currency,
            Subtotal = lines.Sum(l => l.Amount),
            Discount = lines.Sum(l => l.Discount),
            Tax = tax,
            Total = total,
            Paid = total,
            Customer = Client,
            Lines = lines,
            Json = "{}",
        };
    }

    public static SourceLine Line(decimal amount, decimal rate = 21, decimal quantity = 1, decimal discount = 0) =>
        new("il_1", "Abonament lunar", quantity, amount / quantity, amount, discount, [Tax((amount - discount) * rate / 100, rate)], null, null, false);

    public static SourceTax Tax(decimal amount, decimal rate) => new(Currency.Ron.Round(amount), null, rate, false, "standard_rated", "RO", "vat");

    /// <summary>A payment without an invoice.</summary>
    public static SourceSale Charge(decimal total) => Sale() with
    {
        Key = new(SaleKind.Charge, "ch_1"),
        Number = null,
        Subtotal = total,
        Tax = 0,
        Total = total,
        Paid = total,
        Lines = [],
        Customer = Person,
        Description = "Curs",
    };

    public static InvoiceSource Source => new("stripe", "acct_1", false, "Invoice", "in_1");

    public static TId Id<TId>(byte last) where TId : struct, IId<TId> => TId.From(new Guid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, last));
}
