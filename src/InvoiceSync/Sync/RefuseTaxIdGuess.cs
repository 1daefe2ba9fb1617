using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>A person says that this company does not pay from an e-mail address: it is not offered for it again.</summary>
[Requires("customer.update")]
public sealed record RefuseTaxIdGuess(string Email, string Cui) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<RefuseTaxIdGuess, Done>
    {
        public async Task<Done> Handle(RefuseTaxIdGuess command, CancellationToken ct)
        {
            var email = MappedCustomer.KeyOf(command.Email);
            Rule.Require(email.Length <= MappedCustomer.LongestEmail && EmailText.LooksRight(email), MappingErrors.EmailWrong);
            Rule.Require(Customers.Cui.TryParse(command.Cui, out var cui), MappingErrors.TaxIdWrong with { Field = nameof(Cui) });
            var id = RefusedGuess.IdOf(email, cui.Digits);
            if (!await db.RefusedGuesses.AnyAsync(g => g.Id == id, ct)) db.Add(new RefusedGuess { Id = id });
            return default;
        }
    }
}
