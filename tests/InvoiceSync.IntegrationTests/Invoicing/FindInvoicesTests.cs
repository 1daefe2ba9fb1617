using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>The search box finds by number, last digits, name and amount, and nothing its reader may not see.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class FindInvoicesTests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_number_its_last_digits_a_name_without_accents_and_an_amount_each_find_the_invoice()
    {
        var company = await Company.Create(portal, "find-all", hooked: false);
        var member = new Caller(company.Id, "usr_nobody_else", Roles.Of(Roles.TeamMember));
        var other = await Company.Create(portal, "find-other", hooked: false);
        var first = await Issue(company, Drafts.Good);
        var second = await Issue(company, Drafts.Good with { Buyer = Drafts.Good.Buyer with { Kind = BuyerKind.Individual, Name = "Ștefan Țăranu", TaxId = null, Email = "stefan@example.ro" } });
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { Buyer = new(Name: "Zorile Șantier SRL") }));
        var number = (await portal.Ask(company.Owner, new GetInvoice(second))).Document.Number;

        Assert.Equal(second, (await Find(company.Viewer, number)).Issued[0].Id);
        Assert.Equal(second, Assert.Single((await Find(company.Viewer, number.ToLowerInvariant())).Issued).Id);
        Assert.Equal(second, (await Find(company.Viewer, "2")).Issued[0].Id);
        Assert.Equal([second, first], (await Find(company.Viewer, "FACT")).Issued.Select(i => i.Id));
        Assert.Equal(second, Assert.Single((await Find(company.Viewer, "ștefan ț")).Issued).Id);
        Assert.Equal(second, Assert.Single((await Find(company.Viewer, "STEFAN@")).Issued).Id);
        Assert.Equal([second, first], (await Find(company.Viewer, "7.260,00", 7260)).Issued.Select(i => i.Id));
        Assert.Equal(draft, Assert.Single((await Find(company.Viewer, "santier")).Drafts).Id);
        Assert.Empty((await Find(company.Viewer, "nothing like it")).Issued);
        foreach (var hostile in (string[])["%", "_", "' or 1=1 --", "\\", new string('a', 200), " "]) Assert.Empty((await Find(company.Viewer, hostile)).Issued);

        foreach (var stranger in (Caller[])[member, other.Owner])
            foreach (var text in (string[])[number, "2", "FACT", "ștefan", "santier"])
            {
                var found = await Find(stranger, text, 7260);
                Assert.Empty(found.Issued.Concat(found.Drafts));
            }
    }

    Task<FindInvoices.View> Find(Caller who, string text, decimal? amount = null) => portal.Ask(who, new FindInvoices(text, amount));

    async Task<InvoiceId> Issue(Company company, DraftContent content) => await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(content))));
}
