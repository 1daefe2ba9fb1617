using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Payments;

public sealed partial class PaymentsPage
{
    [SupplyParameterFromQuery(Name = "q")] string? Search { get; set; }
    [SupplyParameterFromQuery] string? State { get; set; }
    [SupplyParameterFromQuery] string? Method { get; set; }

    protected override string Topic => "payment";

    bool IsFiltered => Filter() != new ListPayments();

    protected override ListPayments Filter(PageKey? after = null, int take = EachPage) => new(
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        Enum.TryParse<PaymentStatus>(State, out var status) && Enum.IsDefined(status) ? status : null,
        Enum.TryParse<PaymentMethod>(Method, out var method) && Enum.IsDefined(method) ? method : null,
        after,
        take);

    protected override Guid KeyOf(GetPayment.View payment) => payment.Row.Id.Value;

    protected override string Said(int count) => T["payments.spoken", count];
}
