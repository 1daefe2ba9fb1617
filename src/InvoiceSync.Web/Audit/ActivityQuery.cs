using System.Globalization;
using InvoiceSync.Audit;

namespace InvoiceSync.Web.Audit;

/// <summary>The filter of the log as it stands in an address, of the page and of its exports.</summary>
public sealed record ActivityQuery(string? Who, string? Resource, string? Event, string? Status, string? Address, string? Q, string? From, string? To)
{
    public ListActivity Read() => new(Text(Who), Text(Resource), Text(Event), Text(Status), Text(Address), Text(Q), Day(From), Day(To));

    static string? Text(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 255 ? null : text.Trim();

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
