using InvoiceSync.Invoicing;

namespace InvoiceSync.Sync;

/// <summary>An invoice written here stands where a sale with the same filing would.</summary>
public static class SaleStateOf
{
    public static SaleState Filing(InvoiceFiling filing) => filing switch
    {
        InvoiceFiling.Sent => SaleState.Sent,
        InvoiceFiling.Unknown => SaleState.Unknown,
        InvoiceFiling.Accepted => SaleState.Accepted,
        InvoiceFiling.Refused => SaleState.Refused,
        InvoiceFiling.Stopped => SaleState.NotDue,
        InvoiceFiling.Kept => SaleState.Kept,
        _ => SaleState.Waiting,
    };
}
