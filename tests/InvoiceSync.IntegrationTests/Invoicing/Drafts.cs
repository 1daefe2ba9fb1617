using InvoiceSync.Customers;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>A draft with all an invoice needs: 40 hours at 150 and 21 percent are 7,260 lei.</summary>
static class Drafts
{
    public static DraftContent Good => new()
    {
        Buyer = new(BuyerKind.Company, "Exemplu Client SRL", "RO18547290") { Address = new("Bd. Test 2", null, "Cluj-Napoca", "Cluj", "400001", "RO") },
        TermDays = 14,
        Lines = [new("Consultanță", null, 40, 150) { Rate = 21, Unit = "HUR" }],
    };
}
