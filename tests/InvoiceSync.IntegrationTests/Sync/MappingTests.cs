using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>A company's own rules about its sales: kept, followed, tried on a real one; and what Stripe gave back, taken back here.</summary>
public sealed class MappingTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task The_rules_are_kept_and_a_real_sale_shows_what_its_fields_become_without_being_recorded()
    {
        var company = await Company.Create(portal, "mapping-rules");
        await portal.Send(company.Owner, new SaveMappingRules(new() { SellsGoods = true, ExemptionLaw = " art.  292 ", Fields = [new(" practice_kind ", MappedField.Order)] }));
        var rules = await portal.Ask(company.Owner, new GetMappingRules()) is var kept ? kept.Rules : new();
        Assert.Equal((true, "art. 292", new FieldRule("practice_kind", MappedField.Order)), (rules.SellsGoods, rules.ExemptionLaw, Assert.Single(rules.Fields)));

        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "eur"));
        var seen = await portal.Send(company.Owner, new TestMapping(id));
        Assert.Equal(new TestMapping.Field("practice_kind", "eur", MappedField.Order), Assert.Single(seen.Keys));
        Assert.Equal("eur", seen.Document!.References!.Order);

        var sale = await Sales.Settled(portal, company, id, SaleState.Accepted);
        Assert.Equal("eur", (await portal.Ask(company.Viewer, new GetInvoice(sale.Invoice!.Value))).Document.References!.Order);
    }

    [Fact]
    public async Task What_is_no_id_of_a_sale_is_asked_of_nobody()
    {
        var company = await Company.Create(portal, "mapping-ids");
        foreach (var id in (string[])["", "cus_1", "in_1/../x"])
            Assert.Equal("mapping.source_id_invalid", (await portal.As(company.Owner, d => d.Send(new TestMapping(id)))).Error!.Code);
    }

    [Fact]
    public async Task A_company_told_for_an_address_is_listed_changed_and_forgotten()
    {
        var company = await Company.Create(portal, "mapping-customers");
        await portal.Send(company.Owner, new MapCustomer(" Contact@Example.RO ", "ro 18547290"));
        await portal.Send(company.Owner, new MapCustomer("b@example.ro", "DE136695976"));
        Assert.Equal([new("b@example.ro", "DE136695976"), new ListMappedCustomers.Row("contact@example.ro", "RO18547290")], await portal.Ask(company.Viewer, new ListMappedCustomers()));
        Assert.Equal("contact@example.ro", Assert.Single(await portal.Ask(company.Viewer, new ListMappedCustomers(After: "b@example.ro"))).Email);

        await portal.Send(company.Owner, new MapCustomer("contact@example.ro", "18547290"));
        await portal.Send(company.Owner, new MapCustomer("b@example.ro", null));
        Assert.Equal(new ListMappedCustomers.Row("contact@example.ro", "18547290"), Assert.Single(await portal.Ask(company.Viewer, new ListMappedCustomers())));

        Assert.Equal("mapping.tax_id_invalid", (await portal.As(company.Owner, d => d.Send(new MapCustomer("a@example.ro", "18547291")))).Error!.Code);
        Assert.Equal("mapping.email_invalid", (await portal.As(company.Owner, d => d.Send(new MapCustomer("nobody", "18547290")))).Error!.Code);
    }

    [Fact]
    public async Task Two_fields_of_one_key_and_too_long_a_law_are_refused()
    {
        var company = await Company.Create(portal, "mapping-refused");
        var twice = new SaveMappingRules(new() { Fields = [new("po", MappedField.Order), new("PO", MappedField.Contract)] });
        Assert.Equal("mapping.key_invalid", (await portal.As(company.Owner, d => d.Send(twice))).Error!.Code);
        Assert.Equal("mapping.law_too_long", (await portal.As(company.Owner, d => d.Send(new SaveMappingRules(new() { ExemptionLaw = new('x', 101) })))).Error!.Code);
    }

    [Fact]
    public async Task What_was_given_back_before_the_invoice_is_credited_after_it_and_an_approved_credit_note_counts_on_the_sale()
    {
        var company = await Company.Create(portal, "returns-approved", hooked: false);
        await portal.Send(company.Owner, new SaveApprovalRule(null, "Every invoice", ApprovalKind.Invoice, null, null, null, null));
        await portal.Send(company.Owner, new SaveApprovalRule(null, "Every credit", ApprovalKind.CreditNote, null, null, null, null));
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "refunded"));
        await portal.Send(company.Machine, new ReadSale(SaleKind.Invoice, id)); // read once, with its refund: nothing else tells of it
        var sale = await Sales.Settled(portal, company, id, SaleState.Parked);
        await Approve(ApprovalKind.Invoice);
        await Sales.Settled(portal, company, id, SaleState.Accepted);
        await Approve(ApprovalKind.CreditNote);
        var seen = await Eventually.Seen(() => portal.Ask(company.Owner, new GetSale(sale.Id)), s => s.ReasonCode is null);
        Assert.Single((await portal.Ask(company.Owner, new GetCreditLeft(seen.Invoice!.Value))).Notes);

        async Task Approve(ApprovalKind kind)
        {
            var waiting = await Eventually.Seen(() => portal.Ask(company.Owner, new ListApprovals()), all => all.Any(a => a.Kind == kind));
            await portal.Send(company.Owner, new DecideApproval(waiting.Single(a => a.Kind == kind).Id, true));
        }
    }

    [Theory]
    [InlineData("refunded", "Rambursare")]
    [InlineData("credited", "Produs returnat")]
    public async Task What_Stripe_gave_back_becomes_one_credit_note_that_is_filed(string kind, string reason)
    {
        var company = await Company.Create(portal, $"returns-{kind}");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, kind));
        var sale = await Sales.Settled(portal, company, id, SaleState.Accepted);
        var left = await Eventually.Seen(() => portal.Ask(company.Owner, new GetCreditLeft(sale.Invoice!.Value)), l => l.Notes.Count > 0);

        var note = Assert.Single(left.Notes);
        var document = (await portal.Ask(company.Owner, new GetInvoice(note.Id))).Document;
        Assert.Equal((DocumentType.CreditNote, reason, sale.Number), (document.Type, document.Notes[0], document.Corrects!.Number));
        Assert.Equal(Math.Floor(sale.Total.Amount * 100 / 3) / 100, document.Totals.TaxInclusive);
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetFilingState(note.Id)), f => f is { State: FilingState.Accepted });

        await portal.Send(company.Owner, new ReadSaleAgain(sale.Id));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetSale(sale.Id)), s => s.ReasonCode is null);
        Assert.Single((await portal.Ask(company.Owner, new GetCreditLeft(sale.Invoice!.Value))).Notes);
    }
}
