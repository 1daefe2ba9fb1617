using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>Where a fault of a draft stands in the body a program sent: lines[2].rate is /line_items/2/tax_rate.</summary>
static class InvoiceFields
{
    static readonly (string Ours, string Theirs)[] Names =
    [
        ("/lines", "/line_items"), ("/issue_on", "/issue_date"), ("/due_on", "/due_date"), ("/term_days", "/payment_term_days"), ("/supplied_from", "/supply_start"), ("/supplied_to", "/supply_end"),
        ("/delivery/address", "/delivery"),
    ];

    // Description comes first: name becomes one.
    static readonly (string Ours, string Theirs)[] OfLines = [("/description", "/details"), ("/name", "/description"), ("/rate", "/tax_rate"), ("/category", "/tax_category")];

    public static FieldProblem At(Error error) => FieldProblem.At(Pointer(error.Field), error with { Field = null });

    public static string Pointer(string? field)
    {
        var pointer = RestProblem.Pointer(field ?? "");
        if (pointer.StartsWith("/buyer", StringComparison.Ordinal)) return "/customer_id";
        foreach (var (ours, theirs) in Names)
            if (pointer == ours || pointer.StartsWith(ours + "/", StringComparison.Ordinal)) pointer = theirs + pointer[ours.Length..];
        if (!pointer.StartsWith("/line_items/", StringComparison.Ordinal) && !pointer.StartsWith("/charges/", StringComparison.Ordinal)) return pointer;
        foreach (var (ours, theirs) in OfLines)
            if (pointer.EndsWith(ours, StringComparison.Ordinal)) return pointer[..^ours.Length] + theirs;
        return pointer;
    }
}
