namespace InvoiceSync.Invoicing;

/// <summary>How one invoice of a bulk act stands: the first two are the plan, the others what came of it.</summary>
public enum BulkRowState
{
    Will,
    WillNot,
    Done,
    Failed,
}
