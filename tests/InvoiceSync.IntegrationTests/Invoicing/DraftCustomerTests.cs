using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Customers;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Ledger;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>A draft remembers whom its buyer was taken from; so does the invoice, and both follow a customer that is merged.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class DraftCustomerTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draft_and_invoice_remember_the_customer_and_follow_it_when_it_is_merged()
    {
        var company = await Company.Create(portal, "pick-merge", hooked: false);
        var (first, second) = (await Customer(company, "Primul SRL"), await Customer(company, "Al Doilea SRL"));
        var issued = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { CustomerId = first }));
        await portal.Send(company.Owner, new IssueDraft(issued));
        var open = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { CustomerId = first }));
        Assert.Equal(first, (await portal.Ask(company.Owner, new GetInvoiceDetails(issued))).CustomerId);
        var (shown, debtor) = (await portal.Ask(company.Owner, new GetInvoice(issued)), await portal.Ask(company.Owner, new FindDebtor(first)));
        Assert.Equal((first, debtor), (shown.Customer, shown.Debtor));
        Assert.Single((await portal.Ask(company.Owner, new GetCustomerStatement(debtor!, shown.Document.IssuedOn, shown.Document.IssuedOn))).Rows);
        Assert.Null(await portal.Ask(company.Owner, new FindDebtor(second)));
        Assert.Equal(first, (await portal.Ask(company.Owner, new GetDraft(await portal.Send(company.Owner, new CopyInvoice(issued))))).Content.CustomerId);

        await portal.Send(company.Owner, new MergeCustomers(first, second));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoiceDetails(issued)), i => i.CustomerId == second);
        var moved = await Eventually.Seen(() => portal.Ask(company.Owner, new GetDraft(open)), d => d.Content.CustomerId == second);
        // Whoever was typing still has the old one in hand, and is not told that somebody else changed the draft.
        await portal.Send(company.Owner, new SaveDraft(open, Drafts.Good with { CustomerId = first }, moved.Version));
        Assert.Equal(second, (await portal.Ask(company.Owner, new GetDraft(open))).Content.CustomerId);
        await portal.Send(company.Machine, new MoveToCustomer(first, second)); // told twice
        Assert.Equal(issued, Assert.Single((await portal.Ask(company.Owner, Of(second))).Rows).Id);
        Assert.Empty((await portal.Ask(company.Owner, Of(first))).Rows);
        Assert.Equal((debtor, null), (await portal.Ask(company.Owner, new FindDebtor(second)), await portal.Ask(company.Owner, new FindDebtor(first))));
    }

    [Fact]
    public async Task A_customer_of_nobody_of_another_company_or_archived_is_refused_at_its_field()
    {
        var (company, other) = (await Company.Create(portal, "pick-none", hooked: false), await Company.Create(portal, "pick-other", hooked: false));
        var (theirs, archived) = (await Customer(other, "Al lor SRL"), await Customer(company, "Vechi SRL"));
        await portal.Send(company.Owner, new ArchiveCustomer(archived, true));
        foreach (var (id, code) in new[] { (theirs, "draft.customer_unknown"), (new CustomerId(Guid.Empty), "draft.customer_unknown"), (archived, "draft.customer_archived") })
        {
            var error = (await portal.As(company.Owner, d => d.Send(new CreateDraft(Drafts.Good with { CustomerId = id }), Ct))).Error!;
            Assert.Equal((code, "customer_id"), (error.Code, error.Field));
        }
    }

    [Fact]
    public async Task Of_a_persons_CNP_the_draft_shows_the_last_digits_and_the_invoice_has_it_whole()
    {
        const string cnp = "1800101221144";
        var company = await Company.Create(portal, "pick-person", hooked: false);
        var person = await portal.Send(company.Owner, new CreateCustomer(new() { Name = "Popescu Ion", Kind = BuyerKind.Individual, TaxId = cnp, BillingAddress = BuyersScene.Cluj }));
        var shown = (await portal.Ask(company.Owner, new GetCustomer(person))).Details.TaxId!;
        Assert.DoesNotContain(cnp[..9], shown, StringComparison.Ordinal);
        var picked = Drafts.Good with
        {
            CustomerId = person,
            Buyer = Drafts.Good.Buyer with { Kind = BuyerKind.Individual, Name = "Popescu Ion", TaxId = shown },
        };
        var draft = await portal.Send(company.Owner, new CreateDraft(picked));
        Assert.Equal(cnp, (await portal.Ask(company.Owner, new PrepareDraft(draft))).Document!.Buyer.LegalId);
        Assert.Equal(shown, (await portal.Ask(company.Owner, new GetDraft(draft))).Content.Buyer.TaxId);

        var estimate = await portal.Send(company.Owner, new MakeEstimate(await portal.Send(company.Owner, new CreateDraft(picked)), EstimateKind.Proforma, SchedulesScene.Today.AddDays(30)));
        Assert.Equal(cnp, (await portal.Ask(company.Owner, new GetEstimate(estimate))).Document.Buyer.LegalId);

        var typed = await portal.Send(company.Owner, new CreateDraft(picked with { CustomerId = null }));
        Assert.Contains((await portal.Ask(company.Owner, new PrepareDraft(typed))).Faults, f => f.Code == "draft.cnp_invalid");
    }

    Task<CustomerId> Customer(Company company, string name) => portal.Send(company.Owner, new CreateCustomer(new() { Name = name, BillingAddress = BuyersScene.Cluj }));

    static ListOwnInvoices Of(CustomerId customer) => new()
    {
        Filter = new() { Customer = customer },
    };
}
