using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Payments;

namespace InvoiceSync.Tests.Web.Payments;

public sealed class PaymentFormTests
{
    readonly PaymentForm form = new([Row(1, 121), Row(2, 50)], SampleInvoices.Today, Guid.CreateVersion7());

    [Fact]
    public void The_invoice_it_was_opened_for_is_chosen_and_its_amount_stands_there()
    {
        Assert.Equal((121m, 0m), (form.Typed!.Value, form.Over));
        form.Choose(Some.Id<InvoiceId>(2), true);
        Assert.Equal(171m, form.Typed);
    }

    [Fact]
    public void What_is_typed_stays_and_what_is_too_much_is_told()
    {
        form.Amount = "150";
        Assert.Equal((150m, 29m), (form.Typed!.Value, form.Over));
        form.Amount = "";
        Assert.Equal(121m, form.Typed);
        form.Amount = "a lot";
        Assert.Null(form.Typed);
        Assert.Equal(0, form.Command.Amount.Amount);
    }

    [Fact]
    public void Sent_twice_it_is_one_request_and_a_day_that_is_none_is_refused_later()
    {
        Assert.Equal(form.Command.Request, form.Command.Request);
        form.Day = "soon";
        Assert.Equal(default, form.Command.ReceivedOn);
        Assert.Equal([Some.Id<InvoiceId>(1)], form.Command.Invoices.Select(i => i.Invoice));
    }

    static ListOpenInvoices.Row Row(byte id, decimal open) => new(Some.Id<InvoiceId>(id), $"N-{id}", SampleInvoices.Today, new(open, Currency.Ron));
}
