using InvoiceSync.Fiscal.Ubl;

namespace InvoiceSync.Fiscal;

/// <summary>
/// The official UBL 2.1 schemas in a folder the operator configured (Fiscal:UblSchemas). With them every e-invoice is also
/// checked against the schemas before it is sent; without them our own rules and writer stand alone.
/// </summary>
public sealed class UblSchemas
{
    public static readonly UblSchemas None = new(null);

    readonly XsdCheck? check;

    UblSchemas(XsdCheck? check) => this.check = check;

    /// <summary>Refuses, at start-up, a folder whose schemas are not complete.</summary>
    public static UblSchemas FromFolder(string folder) => new(XsdCheck.FromFolder(folder));

    public bool AreThere => check is not null;

    internal IReadOnlyList<string> Faults(ReadOnlyMemory<byte> xml) => check?.Check(xml) ?? [];
}
