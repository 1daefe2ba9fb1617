using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>The customer a draft names: it is there and not archived; one that was merged into another is that other.</summary>
static class DraftCustomer
{
    public static async Task<DraftContent> Known(this IDispatcher dispatcher, DraftContent content, CustomerId? before, CancellationToken ct)
    {
        if (content.CustomerId is not { } id || id == before) return content;
        var asked = await dispatcher.Ask(new GetCustomer(id), ct);
        Rule.Require(asked.Error is not { Kind: ErrorKind.NotFound }, DraftErrors.CustomerUnknown);
        var customer = asked.OrThrow();
        if (customer.MergedInto is { } into) return content with { CustomerId = into };
        Rule.Require(!customer.IsArchived, DraftErrors.CustomerArchived);
        return content;
    }

    /// <summary>A person's CNP is shown with its last digits only, and picked so: the whole one is put in when the invoice is made.</summary>
    public static async Task<DraftContent> Unmasked(this IDispatcher dispatcher, DraftContent content, CancellationToken ct)
    {
        if (content.CustomerId is not { } id || content.Buyer.Kind != BuyerKind.Individual || content.Buyer.TaxId is not { } shown || !shown.Contains('•', StringComparison.Ordinal)) return content;
        var asked = await dispatcher.Ask(new GetBuyer(id), ct);
        return asked.IsOk && asked.OrThrow().LegalId is { } whole && shown[^4..] == whole[^4..] ? content with { Buyer = content.Buyer with { TaxId = whole } } : content;
    }
}
