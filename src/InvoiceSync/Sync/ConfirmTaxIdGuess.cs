using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>A person says that this company pays from an e-mail address: from now on its number is used, with RO where the register says it pays VAT. Answers how many sales go on.</summary>
[Requires("customer.update")]
public sealed record ConfirmTaxIdGuess(string Email, string Cui) : IProcess<int>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<ConfirmTaxIdGuess, int>
    {
        public async Task<int> Handle(ConfirmTaxIdGuess command, CancellationToken ct)
        {
            var company = (await dispatcher.Send(new FindCompany(command.Cui), ct)).OrThrow();
            return (await dispatcher.Send(new MapCustomer(command.Email, company.VatId ?? company.Cui), ct)).OrThrow();
        }
    }
}
