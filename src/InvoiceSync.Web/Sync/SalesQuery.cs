using System.Collections.Frozen;
using System.ComponentModel;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Sync;

/// <summary>The query of the sales lists as it comes in: texts, so that a wrong one is answered by name.</summary>
sealed record SalesQuery(
    [property: FromQuery(Name = "start_date"), Description("First day of sale, in the company's time zone.")] string? StartDate,
    [property: FromQuery(Name = "end_date"), Description("Last day of sale, included.")] string? EndDate,
    [property: FromQuery(Name = "status"), Description("Status at Stripe.")] string? Status,
    [property: FromQuery(Name = "state"), Description("How far its e-invoice has come.")] string? State,
    [property: FromQuery(Name = "customer_id"), Description("Stripe customer, like cus_….")] string? CustomerId,
    [property: FromQuery(Name = "limit"), Description("Rows on a page, 1 to 100; 50 when left out.")] string? Limit,
    [property: FromQuery(Name = "starting_after"), Description("next_cursor of the page before.")] string? StartingAfter)
{
    public static readonly FrozenDictionary<string, SaleState> States = WireNames.Of<SaleState>();

    public static readonly FrozenDictionary<string, SaleStatus> Statuses = WireNames.Of<SaleStatus>();

    // Stripe says succeeded of a charge where we say paid.
    static readonly FrozenDictionary<string, SaleStatus> Understood = Statuses.Append(new("succeeded", SaleStatus.Paid)).ToFrozenDictionary();

    public Result<ListSales> Read(SaleKind kind)
    {
        var input = new ApiInput();
        var (from, to) = (input.Date("start_date", StartDate), input.Date("end_date", EndDate));
        input.Require(from is null || to is null || from <= to, ApiErrors.RangeReversed);
        input.Require(CustomerId is not { Length: > 255 }, ApiErrors.CustomerInvalid);
        var asked = new ListSales(
            null, input.OneOf("state", State, States), kind, from, to, string.IsNullOrEmpty(CustomerId) ? null : CustomerId,
            input.Cursor(StartingAfter), input.Rows(Limit), input.OneOf("status", Status, Understood));
        return input.Error is { } error ? error : asked;
    }
}
