namespace InvoiceSync.Fiscal;

/// <summary>Why an invoice stands without being filed by us. Abroad: no law asks for it, and the company has chosen so. SelfBilled: the buyer files it.</summary>
public enum KeptBecause
{
    Abroad,
    SelfBilled,
}
