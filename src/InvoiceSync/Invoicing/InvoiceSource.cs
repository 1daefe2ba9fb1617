namespace InvoiceSync.Invoicing;

/// <summary>The sale or draft an invoice was made from. It becomes one invoice at most; the database holds this unique.</summary>
public sealed record InvoiceSource(string Provider, string AccountId, bool Live, string Kind, string Id)
{
    /// <summary>Written here, from a draft.</summary>
    public const string Here = "own";

    public static InvoiceSource Own(InvoiceId draft) => new(Here, "", true, "invoice", draft.ToString());

    public static InvoiceSource Credit(InvoiceId note) => new(Here, "", true, "credit", note.ToString());
}
