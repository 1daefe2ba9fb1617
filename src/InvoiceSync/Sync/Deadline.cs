using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>
/// A sale, or an invoice written here, that the authority has not accepted, and the working days left to file it: 0 on the last
/// day, negative when late. Reason is what stops it, where that is known.
/// </summary>
public sealed record Deadline(SaleId? Sale, InvoiceId? Invoice, string? Number, string CustomerName, Money Total, SaleState State, DateOnly LastDay, DateTimeOffset FileBy, int WorkingDaysLeft, string? Reason)
{
    /// <summary>What an outage of ANAF of a day or more means for it.</summary>
    public DutyRest Rest { get; init; }

    /// <summary>What it is known by, whichever of the two it is.</summary>
    public Guid Subject => Sale?.Value ?? Invoice!.Value.Value;
}
