namespace InvoiceSync.Audit.Model.Letters;

/// <summary>What we write to people about the audit log.</summary>
enum AuditLetterKind
{
    ExportMade,
    Anchor,
    MassDelete,
    NewNetwork,
    LogExported,
    ManyRefused,
}
