namespace InvoiceSync.Invoicing;

/// <summary>What EN 16931 lets an invoice carry along (BT-125-1).</summary>
public enum AttachmentKind
{
    Pdf,
    Png,
    Jpeg,
    Csv,
    Xlsx,
    Ods,
}

/// <summary>What each kind is called on the wire and in mails (RFC 6838).</summary>
public static class AttachmentKinds
{
    public static string MediaType(this AttachmentKind kind) => kind switch
    {
        AttachmentKind.Pdf => "application/pdf",
        AttachmentKind.Png => "image/png",
        AttachmentKind.Jpeg => "image/jpeg",
        AttachmentKind.Csv => "text/csv",
        AttachmentKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        AttachmentKind.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
