using Bunit;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Fiscal;

namespace InvoiceSync.Tests.Web.Fiscal;

/// <summary>What the card of a pro-forma in SmartBill offers, by how it stands there.</summary>
public sealed class EstimateBooksCardTests : IDisposable
{
    static readonly EstimateId Id = Some.Id<EstimateId>(3);

    readonly LivePages pages = new();

    static GetEstimate.View Ours => new(Id, EstimateKind.Proforma, SampleInvoices.Ron, SampleInvoices.Today, EstimateStatus.Draft, null, Some.Noon, Some.Noon, true, 1);

    [Fact]
    public void A_company_that_files_elsewhere_sees_no_card() => Assert.Equal("", Card(null).Markup.Trim());

    [Fact]
    public void What_nobody_asked_for_can_be_asked_for_while_it_is_open()
    {
        var open = new GetEstimateInBooks.View(null, null, null);
        Assert.Equal(["Make it in SmartBill too"], Buttons(Card(open)));
        foreach (var over in (EstimateStatus[])[EstimateStatus.Declined, EstimateStatus.Invoiced]) Assert.Equal("", Card(open, Ours with { Status = over }).Markup.Trim());
        Assert.Equal("", Card(open, Ours with { MayEdit = false }).Markup.Trim());
    }

    [Theory]
    [InlineData(EstimateInBooksState.Waits)]
    [InlineData(EstimateInBooksState.Calling)]
    public void What_is_on_its_way_offers_nothing(EstimateInBooksState state) => Assert.Empty(Buttons(Card(new(state, null, "SmartBill asks us to slow down."))));

    [Fact]
    public void A_lost_answer_is_told_in_plain_words()
    {
        var lost = Card(new(EstimateInBooksState.Calling, null, "Unknown: An error occurred while sending the request.")).Markup;
        Assert.Contains("answer got lost", lost, StringComparison.Ordinal);
        Assert.DoesNotContain("An error occurred", lost, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_shows_its_number_and_paper_and_can_be_changed()
    {
        var there = new GetEstimateInBooks.View(EstimateInBooksState.There, "PRF 0003", null);
        var card = Card(there);
        Assert.Contains("PRF 0003", card.Markup, StringComparison.Ordinal);
        Assert.Equal($"files/estimates/{Id}/original", card.Find("a.button").GetAttribute("href"));
        Assert.Equal(["Was it invoiced there?", "Cancel in SmartBill", "Delete from SmartBill"], Buttons(card));
        Assert.Equal(["Restore in SmartBill", "Delete from SmartBill"], Buttons(Card(there with { Standing = BooksStanding.Cancelled })));
        Assert.Equal(["Make it there again"], Buttons(Card(there with { Standing = BooksStanding.Deleted, Number = null })));
        Assert.Empty(Buttons(Card(there with { Standing = BooksStanding.Cancelled }, Ours with { MayEdit = false })));
    }

    [Fact]
    public void A_doubt_asks_the_person()
    {
        Assert.Equal(["Was it invoiced there?", "It was done", "It was not done"], Buttons(Card(new(EstimateInBooksState.There, "PRF 0003", null) { UnderWay = BooksStep.Cancel })));
        var asks = Card(new(EstimateInBooksState.Asks, null, null) { Candidate = "PRF 3" });
        Assert.Equal(["It was not made: make it again", "It was made under this number"], Buttons(asks));
        Assert.Equal("3", asks.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void What_was_refused_says_why_and_is_asked_for_again()
    {
        var asked = 0;
        pages.Dispatcher.On<PutEstimateInBooks>(_ => asked++);
        var card = Card(new(EstimateInBooksState.Refused, null, "Cota TVA nu exista."));
        Assert.Contains("Cota TVA nu exista.", card.Markup, StringComparison.Ordinal);
        card.Find("button").Click();
        Assert.Equal(1, asked);
    }

    IRenderedComponent<EstimateBooksCard> Card(GetEstimateInBooks.View? there, GetEstimate.View? estimate = null)
    {
        pages.Dispatcher.Tell<GetEstimateInBooks, GetEstimateInBooks.View?>(there);
        return pages.Draw<EstimateBooksCard>(p => p.Add(c => c.Estimate, estimate ?? Ours));
    }

    static IEnumerable<string> Buttons(IRenderedComponent<EstimateBooksCard> card) => card.FindAll("button").Select(b => b.TextContent.Trim());

    public void Dispose() => pages.Dispose();
}
