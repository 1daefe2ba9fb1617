using System.Text;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InvoiceSync.Web.Customers;

/// <summary>/files/customers: the customers as a table, and /example: one that shows how a table to import looks.</summary>
static class CustomerFiles
{
    // Spreadsheets take UTF-8 for granted only with its mark.
    static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    public static void MapCustomerFiles(this WebApplication app)
    {
        app.MapGet("/files/customers", Export).RequireAuthorization("export").ExcludeFromDescription();
        app.MapGet("/files/customers/example", () => File(CustomerImportPlan.Example, "example.csv")).RequireAuthorization("customer.create").ExcludeFromDescription();
    }

    static async Task<IResult> Export(bool? archived, IDispatcher dispatcher, CancellationToken ct) =>
        (await dispatcher.Ask(new ExportCustomers(archived ?? false), ct)).Match<IResult>(table => File(table, "customers.csv"), _ => Results.NotFound());

    static FileContentHttpResult File(string table, string name) => TypedResults.File([.. Marked.GetPreamble(), .. Marked.GetBytes(table)], "text/csv", name);
}
