using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Sync;

namespace InvoiceSync.Tests.Web.Sync;

public sealed class SaleStoryTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_story_runs_from_the_first_notice_to_the_authoritys_answer()
    {
        using var pieces = new PortalPieces();
        var story = SaleStory.Of(Sale, null, Filing(new(Start.AddSeconds(9), "received", "…"), new(Start.AddSeconds(20), "accepted", "…")), pieces.Texts);
        Assert.Equal(story.OrderBy(m => m.At), story);
        Assert.Equal("Stripe said: invoice.paid", story[0].Text);
        Assert.Equal(("ANAF accepted the invoice", "good"), (story[^1].Text, story[^1].Tone));
    }

    [Fact]
    public void A_burst_of_notices_is_told_once_and_a_later_one_by_itself()
    {
        using var pieces = new PortalPieces();
        var burst = Sale with { Heard = [new(Start, "invoice.created", "evt_1", "webhook"), new(Start.AddSeconds(1), "invoice.paid", "evt_2", "webhook"), new(Start.AddHours(1), "charge.updated", "evt_3", "poll")] };
        var told = SaleStory.Of(burst, null, null, pieces.Texts).Where(m => m.Icon == "stripe").ToList();
        Assert.Equal(["Stripe said: invoice.created, invoice.paid", "Stripe said: charge.updated"], told.Select(m => m.Text));
        Assert.Equal("2 notices · webhook", told[0].Detail);
    }

    [Fact]
    public void An_answer_that_was_lost_is_told_as_a_doubt_with_its_reason()
    {
        using var pieces = new PortalPieces();
        var lost = SaleStory.Of(Sale, null, Filing(new GetFiling.Answer(Start.AddSeconds(30), "in doubt", "timeout")), pieces.Texts)[^1];
        Assert.Equal(("doubt", "timeout"), (lost.Tone, lost.Detail));
    }

    [Fact]
    public void A_step_of_a_later_version_is_still_told()
    {
        using var pieces = new PortalPieces();
        var told = SaleStory.Of(Sale, null, Filing(new GetFiling.Answer(Start.AddSeconds(30), "something new", "what happened")), pieces.Texts)[^1];
        Assert.Equal("what happened", told.Detail);
    }

    [Theory]
    [InlineData("smartbill", "Sent to SmartBill", "It stands in SmartBill, which sends it to ANAF", "number FCT 0003")]
    [InlineData("archive", "Put into the archive", "Archived here; nobody has filed it", "index FCT 0003")]
    public void Elsewhere_nothing_is_said_of_anaf_that_it_did_not_do(string provider, string sent, string accepted, string number)
    {
        using var pieces = new PortalPieces();
        var filing = Filing(new(Start.AddSeconds(9), "received", "…"), new(Start.AddSeconds(12), "asked", "…"), new(Start.AddSeconds(20), "accepted", "…")) with { Provider = provider };
        var told = SaleStory.Of(Sale, null, filing with { Attempts = [filing.Attempts[0] with { Index = "FCT 0003" }] }, pieces.Texts);
        Assert.Contains(told, m => m.Text == sent);
        Assert.Contains(told, m => m.Text == accepted);
        Assert.Contains(told, m => m.Detail == number);
        Assert.DoesNotContain(told, m => m.Text.StartsWith("ANAF", StringComparison.Ordinal));
    }

    static GetSale.View Sale => new(
        new(new SaleId(Guid.CreateVersion7()), SaleKind.Invoice, "in_1", "A-1", null, "Ana", null, Ron(121), SaleState.Sent, "paid", null, Start, null, null),
        Live: false, null, Ron(100), Ron(0), Ron(21), Start.AddSeconds(2), null, new BuyerDetails(), [new(Start, "invoice.paid", "evt_1", "webhook")], new InvoiceId(Guid.CreateVersion7()));

    static GetFiling.View Filing(params GetFiling.Answer[] answers) => new(
        new FilingId(Guid.CreateVersion7()), "anaf", FilingState.Sent, Start.AddDays(5), null, null,
        [new(1, FilingState.Sent, Start.AddSeconds(5), Start.AddSeconds(8), null, "42", null, HasReceipt: false, answers, [])]);

    static Money Ron(decimal amount) => new(amount, Currency.Ron);
}
