namespace InvoiceSync.Invoicing;

/// <summary>
/// What is open, by how many days it is overdue today: not yet, 1 to 30, 31 to 60, 61 to 90, more. What is owed to customers counts
/// against it.
/// </summary>
public sealed record AgingFigures(long Documents, decimal Current, decimal To30, decimal To60, decimal To90, decimal Older)
{
    public decimal Open => Current + Overdue;

    public decimal Overdue => To30 + To60 + To90 + Older;
}
