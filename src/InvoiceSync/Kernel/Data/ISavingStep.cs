namespace InvoiceSync.Kernel.Data;

/// <summary>What every commit does besides its own change, like the audit trail.</summary>
public interface ISavingStep
{
    /// <summary>Looks at what is about to be saved, and may add rows.</summary>
    void BeforeSave(InvoiceSyncDb db, Caller caller, string action);

    /// <summary>The last thing inside the transaction, of questions too: what takes a lock takes it here, and holds it only for the commit.</summary>
    Task BeforeCommit(InvoiceSyncDb db, Caller caller, string action, CancellationToken ct);
}
