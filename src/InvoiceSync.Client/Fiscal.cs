namespace InvoiceSync.Client;

/// <summary>/v1/fiscal: what the tax authority would say.</summary>
public sealed class Fiscal
{
    readonly Wire wire;

    internal Fiscal(Wire wire) => this.wire = wire;

    /// <summary>Checks the XML of an e-invoice, whoever wrote it. Broken rules are the answer, no exception; what is no e-invoice is one.</summary>
    public Task<XmlVerdict> Validate(ReadOnlyMemory<byte> xml, CancellationToken ct = default) => wire.Post<XmlVerdict>("fiscal/validate", new XmlFile(xml), null, ct);
}
