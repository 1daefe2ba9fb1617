using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>What the check of somebody's XML refuses to begin.</summary>
public static class XmlErrors
{
    public static readonly Error TooLarge = Error.Invalid("xml.too_large", "The file is larger than 5 MB.");
    public static readonly Error NotReadable = Error.Invalid("xml.not_readable", "This is no XML of a UBL invoice or credit note.");
}
