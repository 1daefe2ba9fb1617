using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Web.Invoicing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace InvoiceSync.Web.Shared;

/// <summary>Ctrl+K: one box for invoice numbers, buyers, amounts, customers, products, drafts and pages. Each is asked under its own permission.</summary>
public sealed partial class SearchPalette
{
    const int EachGroup = 6;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    CancellationTokenSource typing = new();
    IReadOnlyList<SearchHit> hits = [];
    string text = "", looked = "";
    int active;

    [Inject] IJSRuntime Browser { get; set; } = default!;

    bool IsBlank => string.IsNullOrWhiteSpace(text);

    async Task Typed(ChangeEventArgs args)
    {
        text = args.Value as string ?? ""; // untrimmed, or a blank just typed would be drawn away with what follows it
        await typing.CancelAsync();
        typing.Dispose();
        typing = CancellationTokenSource.CreateLinkedTokenSource(Leaving);
        var latest = typing.Token;
        await Task.Delay(Pause, Time, latest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!latest.IsCancellationRequested) await Look();
    }

    async Task Look()
    {
        var asked = text;
        var found = asked.Trim() is { Length: > 0 } sought ? await Find(sought) : [];
        if (asked == text) (hits, looked, active) = (found, asked, 0); // else a newer one is on its way
    }

    async Task<IReadOnlyList<SearchHit>> Find(string asked)
    {
        List<SearchHit> found = [];
        if (May("invoice.read") && await Ask(new FindInvoices(asked, Amount(asked), EachGroup)) is { } invoices)
        {
            found.AddRange(invoices.Issued.Select(i => new SearchHit("invoices", "invoice", i.Number, $"{i.BuyerName} · {(i.IssuedOn is { } on ? Formats.Day(on) : "")}", i.Total.Text(), $"invoices/{i.Id}")));
            found.AddRange(invoices.Drafts.Select(i => new SearchHit("drafts", "edit", i.BuyerName.Length > 0 ? i.BuyerName : T["invoices.nameless"], null, i.Total.Text(), $"invoices/drafts/{i.Id}")));
        }

        if (May("customer.read") && await Ask(new ListCustomers(asked, Take: EachGroup)) is { } customers)
            found.AddRange(customers.Rows.Select(c => new SearchHit("customers", "customers", c.Name, Under(c.TaxId, c.City, c.Email), null, $"customers/{c.Id}")));
        if (May("product.read") && await Ask(new ListProducts(asked, Take: EachGroup)) is { } products)
            found.AddRange(products.Rows.Select(p => new SearchHit("products", "product", p.Details.Name, p.Details.Sku, null, $"products/{p.Id}")));
        return [.. found, .. SearchPages.Named(asked, T, May)];
    }

    async Task Pressed(KeyboardEventArgs args)
    {
        if (args.Key == "ArrowDown" && hits.Count > 0) active = (active + 1) % hits.Count;
        else if (args.Key == "ArrowUp" && hits.Count > 0) active = (active + hits.Count - 1) % hits.Count;
        else if (args.Key == "Enter" && !IsBlank) await Choose();
    }

    // Whoever types fast and presses Enter means what they typed, not what was found before.
    async Task Choose()
    {
        if (looked != text) await Look();
        if (hits.Count > 0) await Go(hits[active]);
    }

    async Task Go(SearchHit hit)
    {
        await Browser.InvokeVoidAsync("invoiceSync.closeSearch");
        (text, looked, hits) = ("", "", []);
        Navigation.NavigateTo(hit.Href);
    }

    // As it is typed in either language, with or without its currency behind it.
    static decimal? Amount(string asked) => TypedFigure.Of(asked.TrimEnd().TrimEnd('€', '$').TrimEnd("leiLEIronRONeurEURusdUSD".ToCharArray()));

    static string Under(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
