namespace InvoiceSync.Kernel.Data;

/// <summary>A technical row that may be deleted once it has served. Nothing fiscal carries this: no invoice, filing, file, ledger or audit row.</summary>
public interface IForgettable : ITenantOwned;
