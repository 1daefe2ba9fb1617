using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

static class TellingErrors
{
    public static readonly Error NotInBooks = Error.Refused("payment_told.not_in_books", "This invoice is not in SmartBill.");
    public static readonly Error NotInDoubt = Error.Conflict("payment_told.not_in_doubt", "Nothing about this payment has to be decided.");
}
