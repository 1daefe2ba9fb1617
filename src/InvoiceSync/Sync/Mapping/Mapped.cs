using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Mapping;

/// <summary>What became of a sale: an invoice, or the reason a person has to look at it.</summary>
abstract record Mapped
{
    Mapped()
    {
    }

    public sealed record ToInvoice(InvoiceDocument Document) : Mapped;

    public sealed record ToPerson(string Code, string Reason) : Mapped;
}

/// <summary>Stops a mapping: the sale is unusual, and nothing about money is guessed.</summary>
sealed class UnusualSaleException(string code, string reason) : Exception(reason)
{
    public string Code => code;

    public static UnusualSaleException Of(Error error) => new(error.Code, error.Message);
}
