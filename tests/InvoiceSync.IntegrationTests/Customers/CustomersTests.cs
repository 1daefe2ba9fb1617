using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using static InvoiceSync.IntegrationTests.Customers.BuyersScene;

namespace InvoiceSync.IntegrationTests.Customers;

[Collection(AccountSceneTests.Name)]
public sealed class CustomersTests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_customer_is_kept_whole_and_gives_an_invoice_its_buyer()
    {
        var scene = await Of(portal, "kept");
        var details = Exemplu with
        {
            DeliveryAddresses = [new("Depozit", Cluj with { Street = "Str. Fabricii 2" })],
            Contacts = [new("Ana Pop", "ana@exemplu.ro", "+40 264 000 000", "accounts")],
            Language = "ro",
            PaymentTermDays = 15,
            Currency = "eur",
            SendsReminders = false,
            Metadata = new Dictionary<string, string> { ["erp"] = "4711" },
            Notes = "Pays late.\nCall first.",
        };
        var id = await scene.Send(new CreateCustomer(details));

        var kept = await scene.Ask(new GetCustomer(id));
        var expected = details with
        {
            TaxId = "18547290",
            VatId = "RO18547290",
            Currency = "EUR",
            BillingAddress = Cluj with { County = "RO-CJ" },
            DeliveryAddresses = [new("Depozit", Cluj with { Street = "Str. Fabricii 2", County = "RO-CJ" })],
        };
        Assert.Equivalent(expected, kept.Details, strict: true);
        Assert.Empty(kept.MissingForInvoice);
        Assert.Equal(new(BuyerKind.Company, "Exemplu SRL", "18547290", "RO18547290", Cluj with { County = "RO-CJ" }, "facturi@exemplu.ro"), await scene.Ask(new GetBuyer(id)));
    }

    [Fact]
    public async Task A_wrong_tax_id_is_refused_before_anything_is_kept()
    {
        var scene = await Of(portal, "wrong-cui");
        Assert.Equal("tax_id.invalid", await scene.Refusal(new CreateCustomer(Exemplu with { TaxId = "18547291" })));
        Assert.Empty((await scene.Ask(new ListCustomers())).Rows);
    }

    [Fact]
    public async Task A_CNP_is_never_shown_whole_nor_copied_into_the_log_and_reaches_the_invoice()
    {
        var scene = await Of(portal, "cnp");
        var person = new CustomerDetails { Kind = BuyerKind.Individual, Name = "Ion Pop", TaxId = "1960101410019", BillingAddress = Cluj };
        var id = await scene.Send(new CreateCustomer(person with { TaxId = null }));
        await scene.Send(new UpdateCustomer(id, person));
        var shown = (await scene.Ask(new GetCustomer(id))).Details;
        Assert.Equal("•••••••••0019", shown.TaxId);
        await scene.Send(new UpdateCustomer(id, shown with { Phone = "0722" }));

        Assert.Equal("1960101410019", (await scene.Ask(new GetBuyer(id))).LegalId);
        Assert.Equal("•••••••••0019", Assert.Single((await scene.Ask(new ListCustomers())).Rows).TaxId);
        var log = await scene.Changes(id.ToString(), "customer.updated");
        Assert.Contains("PersonalNumber", log, StringComparison.Ordinal);
        Assert.DoesNotContain("1960101", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Ion Pop", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_with_an_old_version_is_refused_and_two_at_once_do_not_both_win()
    {
        var scene = await Of(portal, "versions");
        var id = await scene.Send(new CreateCustomer(Exemplu));
        var version = (await scene.Ask(new GetCustomer(id))).Version;
        await scene.Send(new UpdateCustomer(id, Exemplu with { PaymentTermDays = 30 }, version));
        Assert.Equal("row.changed", await scene.Refusal(new UpdateCustomer(id, Exemplu with { PaymentTermDays = 60 }, version)));
        Assert.Equal("row.changed", await scene.Refusal(new ArchiveCustomer(id) { Version = version }));

        var next = (await scene.Ask(new GetCustomer(id))).Version;
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(days => scene.Refusal(new UpdateCustomer(id, Exemplu with { PaymentTermDays = days }, next))));
        Assert.Single(answers, code => code is null);
        Assert.All(answers.OfType<string>(), code => Assert.Equal("row.changed", code));
        Assert.Contains("\"after\":\"30\"", await scene.Changes(id.ToString(), "customer.updated"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_customer_leaves_the_list_gets_no_invoice_and_can_come_back()
    {
        var scene = await Of(portal, "archive");
        var id = await scene.Send(new CreateCustomer(Exemplu));
        await scene.Send(new ArchiveCustomer(id));
        Assert.Empty((await scene.Ask(new ListCustomers())).Rows);
        Assert.True(Assert.Single((await scene.Ask(new ListCustomers(Archived: true))).Rows).IsArchived);
        Assert.Equal("customer.archived", await scene.Refused(new GetBuyer(id)));
        Assert.Equal("customer.archived", await scene.Refusal(new UpdateCustomer(id, Exemplu)));
        await scene.Send(new ArchiveCustomer(id, Archived: false));
        Assert.Equal(id, Assert.Single((await scene.Ask(new ListCustomers())).Rows).Id);
    }

    [Fact]
    public async Task Each_role_may_what_the_matrix_says_and_another_company_nothing()
    {
        var (scene, stranger) = (await Of(portal, "roles"), await Of(portal, "stranger"));
        var id = await scene.Send(new CreateCustomer(Exemplu));
        Assert.Equal("permission.missing", await scene.Refusal(new CreateCustomer(Exemplu), Roles.Accountant));
        Assert.Null(await scene.Refusal(new CreateCustomer(Exemplu), Roles.Manager));
        Assert.Null(await scene.Refusal(new UpdateCustomer(id, Exemplu), Roles.Manager));
        Assert.Equal("permission.missing", await scene.Refusal(new ArchiveCustomer(id), Roles.Manager));
        Assert.Equal("permission.missing", await scene.Refusal(new UpdateCustomer(id, Exemplu), Roles.Viewer));
        Assert.Equal("permission.missing", await scene.Refused(new ExportCustomers(), Roles.Viewer));
        Assert.Null(await scene.Refused(new ListCustomers(), Roles.TeamMember));

        Assert.Equal("customer.not_found", await stranger.Refused(new GetCustomer(id)));
        Assert.Equal("customer.not_found", await stranger.Refused(new GetBuyer(id)));
        Assert.Equal("customer.not_found", await stranger.Refused(new FindDuplicateCustomers(id)));
        Assert.Equal("customer.not_found", await stranger.Refusal(new UpdateCustomer(id, Exemplu)));
        Assert.Equal("customer.not_found", await stranger.Refusal(new ArchiveCustomer(id)));
        Assert.Equal("customer.not_found", await stranger.Refusal(new MergeCustomers(await stranger.Send(new CreateCustomer(Exemplu)), id)));
    }
}
