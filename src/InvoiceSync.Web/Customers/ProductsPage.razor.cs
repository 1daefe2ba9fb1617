using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Customers;

public sealed partial class ProductsPage
{
    [SupplyParameterFromQuery(Name = "q")] string? Search { get; set; }
    [SupplyParameterFromQuery] string? Archived { get; set; }

    protected override string Topic => "product";

    bool IsArchived => Archived == "true";

    bool IsFiltered => Filter() != new ListProducts();

    protected override ListProducts Filter(PageKey? after = null, int take = EachPage) =>
        new(string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), Archived: IsArchived, After: after, Take: take);

    protected override Guid KeyOf(ListProducts.Row row) => row.Id.Value;

    protected override string Said(int count) => T["products.spoken", count];
}
