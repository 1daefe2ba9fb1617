using InvoiceSync.Client;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sandbox;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>The C# client against a portal, and the example of its guide, letter by letter.</summary>
[Collection(RestPortal.Name)]
public sealed class ClientTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_is_read_changed_paged_and_refused()
    {
        using var api = await ApiCaller.Of(portal, await Company.Create(portal, "v1-client", hooked: false));
        using var client = new InvoiceSyncClient(portal.Address, api.Key!);
        var made = await client.Products.Create(new("Lemn") { TaxRate = 21, Prices = [new("RON", 12.5m)] }, ct: Ct);
        var changed = await client.Products.Change(made.Id, new Dictionary<string, object?> { ["sku"] = "L-1", ["description"] = null }, made.ETag!, Ct);
        Assert.Equal(("L-1", 12.5m, "version.stale"), (changed.Sku, changed.Prices.Single().Amount, (await Refused(client.Products.Change(made.Id, new { sku = "L-2" }, made.ETag!, Ct))).Code));
        var whole = await client.Products.Replace(made.Id, new("Lemn de foc") { TaxRate = 21 }, changed.ETag!, Ct);
        Assert.Null(whole.Sku);
        await client.Products.Delete(made.Id, whole.ETag, Ct);
        Assert.False((await client.Products.Restore(made.Id, ct: Ct)).Archived);
        Assert.Equal("/tax_rate", Assert.Single((await Refused(client.Products.Create(new("Nimic"), ct: Ct))).Errors).Path);

        var saved = await client.Products.Save([.. Enumerable.Range(0, 119).Select(n => (object)new NewProduct($"P{n}") { TaxRate = 21 }), new { id = made.Id, sku = "L-3" }, new { name = 1 }], ct: Ct);
        Assert.Equal((120, 1, "body.invalid"), (saved.Succeeded, saved.Failed, saved.Results[^1].Error!.Code));
        Assert.Equal(120, await client.Products.List(new() { ["sort"] = "name" }, Ct).Select(p => p.Id).Distinct().CountAsync(Ct));
        var once = await client.Products.Create(new("Once") { TaxRate = 21 }, "once", Ct);
        Assert.Equal(once.Id, (await client.Products.Create(new("Once") { TaxRate = 21 }, "once", Ct)).Id);
        Assert.Equal((await client.Products.Get(once.Id, Ct)).ETag, once.ETag);
    }

    [Fact]
    public async Task An_invoice_is_issued_paid_refunded_credited_and_stands_in_the_reports()
    {
        using var api = await ApiCaller.Of(portal, await Company.Create(portal, "v1-client-money", hooked: false));
        using var client = new InvoiceSyncClient(portal.Address, api.Key!);
        var customer = await client.Customers.Create(new("Ana Pop") { Kind = "individual", Email = "ana@example.ro", BillingAddress = new("Str. Lungă 1", "Cluj-Napoca", County: "CJ") }, ct: Ct);
        var product = await client.Products.Create(new("Lemn") { TaxRate = 21, Prices = [new("RON", 50)] }, ct: Ct);
        var draft = await client.Invoices.Create(new(customer.Id, [new(2) { ProductId = product.Id }]) { Currency = "RON" }, ct: Ct);
        var invoice = await client.Invoices.Issue(draft.Id, ct: Ct);
        Assert.Equal((121m, product.Id, invoice.Id), (invoice.Total, invoice.LineItems.Single().ProductId, (await client.Customers.Invoices(customer.Id, ct: Ct).SingleAsync(Ct)).Id));

        var payment = await client.Payments.Record(new(200, "RON", "cash", [new(invoice.Id)]), ct: Ct);
        Assert.Equal((79m, 79m), (payment.Credit, (await client.Payments.Refund(payment.Id, new("Too much", 79), ct: Ct)).AmountRefunded));
        Assert.Equal("payment.refunded", (await Refused(client.Payments.Delete(payment.Id, Ct))).Code);
        Assert.Equal(payment.Id, (await client.Payments.List(ct: Ct).SingleAsync(Ct)).Id);
        var open = await client.Invoices.Issue((await client.Invoices.Create(new(customer.Id, [new(1) { Description = "Transport", UnitPrice = 10, TaxRate = 21 }]), ct: Ct)).Id, ct: Ct);
        Assert.Equal(5m, (await client.Invoices.WriteOff(open.Id, "Too old", 5, ct: Ct)).AmountWrittenOff);
        await client.Invoices.UndoWriteOff(open.Id, Ct);

        Assert.Equal((133.10m, 2), await client.Reports.Sales(currency: "RON", ct: Ct) is var sales ? (sales.Totals.Single().Total, (int)sales.Totals.Single().Documents) : default);
        Assert.Equal(("Ana Pop", 110m), await client.Reports.TopCustomers(ct: Ct) is var top ? (top.Rows.Single().Customer, top.Rows[0].Subtotal) : default);
        Assert.Equal([(product.Id, 2m), (null, 1m)], (await client.Reports.TopProducts(ct: Ct)).Rows.Select(r => (r.ProductId, r.Quantity)));
        Assert.Equal((200m, 79m, 121m), (await client.Reports.Payments(ct: Ct)).Totals.Single() is var money ? (money.Received, money.Refunded, money.Net) : default);
        Assert.Equal((23.10m, 12.10m), ((await client.Reports.Tax(ct: Ct)).TaxRon, (await client.Reports.Aging(ct: Ct)).Rows.Single().Open));
        Assert.Equal((customer.Id, 12.10m), (await client.Reports.Debtors("RON", Ct)).Rows.Single() is var debtor ? (debtor.CustomerId, debtor.Open) : default);
        var events = await client.Events.After(type: "invoice.*", ct: Ct).ToListAsync(Ct);
        Assert.Contains(events, e => e.Type == "invoice.issued" && e.About.Id == invoice.Id);
        Assert.Empty(await client.Events.After(events[^1].Id, "invoice.*", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task The_example_of_the_guide_works_and_is_the_one_below()
    {
        using var api = await ApiCaller.Of(portal, await Company.Create(portal, "v1-client-guide", hooked: false));
        await Example(portal.Address.ToString(), api.Key!);
        var below = Bare(await File.ReadAllTextAsync(SharedData.Repository("tests", "InvoiceSync.IntegrationTests", "Rest", "ClientTests.cs"), Ct));
        Assert.Contains(Bare((await ClientGuide.Code("csharp")).Replace("Console.WriteLine", "Assert.NotNull", StringComparison.Ordinal)), below, StringComparison.Ordinal);
    }

    static async Task Example(string portal, string key)
    {
        using var client = new InvoiceSyncClient(new Uri(portal), key);

        var customer = await client.Customers.Create(new NewCustomer("Exemplu Client SRL")
        {
            TaxId = "RO18547290",
            Email = "facturi@exemplu.ro",
            BillingAddress = new Address("Str. Memorandumului 1", "Cluj-Napoca", County: "Cluj"),
        });

        var draft = await client.Invoices.Create(new NewInvoice(customer.Id, [new(40) { Description = "Consultanță", UnitPrice = 150, TaxRate = 21 }]));
        draft = await client.Invoices.Change(draft.Id, new { notes = "Vă mulțumim." }, ifMatch: draft.ETag!);
        var invoice = await client.Invoices.Issue(draft.Id);

        await foreach (var issued in client.Invoices.List(new() { ["status"] = "issued", ["customer_id"] = customer.Id }))
            Assert.NotNull($"{issued.Number} {issued.Total} {issued.Currency}");

        try
        {
            await client.Invoices.Delete(invoice.Id);
        }
        catch (InvoiceSyncException refused) when (refused.Code == "invoice.already_issued")
        {
            await client.Invoices.Credit(invoice.Id, new NewCredit("Written to the wrong customer"));
        }
    }

    static async Task<InvoiceSyncException> Refused(Task call) => await Assert.ThrowsAsync<InvoiceSyncException>(() => call);

    static string Bare(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
}
