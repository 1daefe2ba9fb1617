namespace InvoiceSync.Fiscal;

/// <summary>What an authority with a mailbox can do beyond filing: take a word to a supplier, print a document, vouch for a seal.</summary>
public interface IFiscalMailbox
{
    /// <summary>Writes to whoever sent the invoice of this index. Never repeated inside, like Submit.</summary>
    Task<SubmitAnswer> Answer(FiscalAccount account, string index, string text, CancellationToken ct);

    Task<PaperPrint> Print(Uri host, ReadOnlyMemory<byte> document, CancellationToken ct);

    Task<SealAnswer> CheckSeal(Uri host, ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> signature, CancellationToken ct);
}
