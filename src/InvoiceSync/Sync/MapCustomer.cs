using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>
/// Says which company pays from an e-mail address, for sales whose source has no tax number: a CUI with or without RO, another country's
/// VAT number, or nothing to forget it. What a person corrected on a sale and what the source says go before it. Answers how many sales that
/// waited only for the number go on.
/// </summary>
[Requires("customer.update")]
public sealed record MapCustomer(string Email, string? TaxId) : ICommand<int>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<MapCustomer, int>
    {
        public async Task<int> Handle(MapCustomer command, CancellationToken ct)
        {
            var email = MappedCustomer.KeyOf(command.Email);
            Rule.Require(email.Length <= MappedCustomer.LongestEmail && EmailText.LooksRight(email), MappingErrors.EmailWrong);
            var kept = await db.MappedCustomers.SingleOrDefaultAsync(c => c.Email == email, ct);
            if (string.IsNullOrWhiteSpace(command.TaxId))
            {
                if (kept is not null) db.Remove(kept);
                return 0;
            }

            var taxId = Right(command.TaxId);
            if (kept is null) db.Add(new MappedCustomer { Email = email, TaxId = taxId });
            else kept.TaxId = taxId;
            return await ToldTaxId.GoOn(db, email, taxId, ct);
        }

        // With RO before it only where it was typed so: that says the company pays VAT.
        static string Right(string typed)
        {
            var text = VatNumber.Normalize(typed.Trim());
            if (Cui.TryParse(text, out var cui)) return text.StartsWith("RO", StringComparison.Ordinal) ? cui.VatId : cui.Digits;
            Rule.Require(VatNumber.IsValid(text), MappingErrors.TaxIdWrong);
            return text;
        }
    }
}
