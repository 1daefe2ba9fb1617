using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Customers;

public sealed partial class CustomersPage
{
    [SupplyParameterFromQuery(Name = "q")] string? Search { get; set; }
    [SupplyParameterFromQuery] string? Archived { get; set; }

    protected override string Topic => "customer";

    bool IsArchived => Archived == "true";

    bool IsFiltered => Filter() != new ListCustomers();

    protected override ListCustomers Filter(PageKey? after = null, int take = EachPage) =>
        new(string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), Archived: IsArchived, After: after, Take: take);

    protected override Guid KeyOf(ListCustomers.Row row) => row.Id.Value;

    protected override string Said(int count) => T["customers.spoken", count];
}
