namespace InvoiceSync.Invoicing;

/// <summary>
/// Asks those who will have to take the invoice, before it has a number: what would the authority refuse? Field is a path
/// like Lines[2].Unit, Problem says what to do.
/// </summary>
public interface IDocumentCheck
{
    IEnumerable<Fault> Faults(InvoiceDocument document);

    sealed record Fault(string Field, string Problem);
}
