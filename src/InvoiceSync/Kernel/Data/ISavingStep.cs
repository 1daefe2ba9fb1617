namespace InvoiceSync.Kernel.Data;

/// <summary>Work every commit does before it is written, like the audit trail. Steps only add rows.</summary>
public interface ISavingStep
{
    void BeforeSave(InvoiceSyncDb db, Caller caller, string action);
}
