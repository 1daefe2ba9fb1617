namespace InvoiceSync.Sync;

/// <summary>The two things a provider calls a sale: an invoice, or a payment without one.</summary>
public enum SaleKind
{
    Invoice,
    Charge,
}

/// <summary>Names a sale at its provider. Ids are case-sensitive, up to 255 characters, and carry no meaning.</summary>
public readonly record struct SourceKey(SaleKind Kind, string Id)
{
    public override string ToString() => $"{(Kind == SaleKind.Invoice ? "invoice" : "charge")} {Id}";
}
