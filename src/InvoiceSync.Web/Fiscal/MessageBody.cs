using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Fiscal;

/// <summary>A message of the authority's mailbox on the wire. Amount is that of the invoice inside; index is the authority's number of the upload.</summary>
sealed record MessageBody(
    string Id,
    string Kind,
    string State,
    bool Test,
    DateTimeOffset CreatedAt,
    bool Read,
    string Index,
    string? SenderName,
    string? SenderTaxId,
    string? InvoiceNumber,
    DateOnly? IssueDate,
    decimal? Amount,
    string? Currency,
    string? Text,
    MessageBody.Addresses Links)
{
    /// <summary>Zip and Xml are there once the authority's archive is kept.</summary>
    public sealed record Addresses(string Self, string? Zip, string? Xml);

    public static MessageBody Of(ListMailbox.Row row) => new(
        row.Id.ToString(), row.Kind.OnTheWire(), row.State.OnTheWire(), row.Test, row.CreatedAt.ToUniversalTime(), row.IsRead, row.Index, row.Sender, row.SenderTaxId, row.Number, row.IssuedOn,
        row.Total is { } total ? new Money(total, row.Currency is { } code ? new Currency(code) : Kernel.Currency.Ron).Shown() : null, row.Currency, row.Text,
        new($"{RestV1.Root}/fiscal/messages/{row.Id}", File(row, "zip"), File(row, "xml")));

    static string? File(ListMailbox.Row row, string format) => row.State == MailboxState.Kept ? $"{RestV1.Root}/fiscal/messages/{row.Id}/files/{format}" : null;
}
