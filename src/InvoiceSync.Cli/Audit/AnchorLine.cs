namespace InvoiceSync.Cli.Audit;

/// <summary>A checkpoint as it was kept outside.</summary>
sealed record AnchorLine(Guid Tenant, long Size, string Body, byte[] Signature);
