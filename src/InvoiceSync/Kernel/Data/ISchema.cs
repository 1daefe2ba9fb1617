namespace InvoiceSync.Kernel.Data;

/// <summary>Brings the database to this version's schema, one process at a time, as the role that owns it.</summary>
public interface ISchema
{
    Task Migrate(CancellationToken ct);
}
