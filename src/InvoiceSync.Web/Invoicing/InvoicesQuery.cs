using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Invoicing;

/// <summary>The filter of the invoice list as it stands in the page's address: it can be kept, sent and walked back. What is no filter is none.</summary>
public sealed record InvoicesQuery(string? Q, string? Filing, string? Status, string? Customer, string? Currency, string? From, string? To, string? Min, string? Max)
{
    const string IsoDay = "yyyy-MM-dd";

    static readonly string[] Names = ["q", "filing", "status", "customer", "currency", "from", "to", "min", "max"];

    public bool IsEmpty => Values.All(string.IsNullOrWhiteSpace);

    /// <summary>After the question mark, in one order, so that the same filter is the same text.</summary>
    public string Address => string.Join('&', Names.Zip(Values).Where(p => !string.IsNullOrWhiteSpace(p.Second)).Select(p => $"{p.First}={Uri.EscapeDataString(p.Second!)}"));

    public InvoiceFilter Filter => new()
    {
        Search = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(),
        Filing = Named<InvoiceFiling>(Filing),
        Status = Named<InvoiceStatus>(Status),
        Customer = Ids.TryParse<CustomerId>(Customer, out var customer) ? customer : null,
        Currency = Currency is { Length: 3 } code && code.All(char.IsAsciiLetter) ? new(code) : null,
        Issued = Between(Day(From), Day(To)),
        Total = Between(TypedFigure.Of(Min), TypedFigure.Of(Max)),
    };

    string?[] Values => [Q, Filing, Status, Customer, Currency, From, To, Min, Max];

    static T? Named<T>(string? name) where T : struct, Enum => Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name!) : null;

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static Between<T>? Between<T>(T? least, T? most) where T : struct, IComparable<T> => least is null && most is null ? null : new(AtLeast: least, AtMost: most);
}
