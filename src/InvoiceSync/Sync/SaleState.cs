namespace InvoiceSync.Sync;

/// <summary>Where a sale stands on its way to an accepted e-invoice, as a bookkeeper would say it.</summary>
public enum SaleState
{
    /// <summary>Not a sale yet or no more: a draft, void, failed or pending one. Nothing to file.</summary>
    NotDue,

    /// <summary>Complete; its invoice is being made.</summary>
    Ready,

    /// <summary>Cannot become an invoice by itself; the reason says what a person has to do.</summary>
    Parked,

    /// <summary>The invoice exists and waits to be sent to the authority.</summary>
    Waiting,

    /// <summary>The authority has it and checks it.</summary>
    Sent,

    /// <summary>Sent, but the answer was lost; the authority is being asked. It is never sent again meanwhile.</summary>
    Unknown,

    Accepted,

    /// <summary>The authority refused it: legally it does not exist; correct and file again.</summary>
    Refused,

    /// <summary>Invoiced and done, but not filed here: the buyer is abroad, and the company has chosen so.</summary>
    Kept,
}
