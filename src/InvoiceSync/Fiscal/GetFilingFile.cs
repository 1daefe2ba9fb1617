using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

public enum FilingFile
{
    /// <summary>The e-invoice as sent.</summary>
    Xml,

    /// <summary>The authority's ZIP: the original and its seal, or the error list. Together they are the legal original.</summary>
    Zip,
}

/// <summary>The bytes of the latest attempt's XML or archived answer.</summary>
[Requires("sales.read")]
public sealed record GetFilingFile(InvoiceId Invoice, FilingFile File) : IQuery<GetFilingFile.Content>
{
    public sealed record Content(string Name, string ContentType, byte[] Bytes);
}
