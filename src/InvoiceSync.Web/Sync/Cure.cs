using InvoiceSync.Sync;

namespace InvoiceSync.Web.Sync;

/// <summary>Which cure helps a stopped sale: correcting its buyer here, or mending it at its source and reading it again.</summary>
static class Cure
{
    // Reasons name what is wrong: buyer.address_incomplete. The others are about lines, amounts or our own settings.
    public static bool IsInBuyer(SaleState state, string? reasonCode) =>
        state == SaleState.Refused || state == SaleState.Parked && reasonCode?.StartsWith("buyer.", StringComparison.Ordinal) == true;
}
