using System.Text;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using static InvoiceSync.IntegrationTests.Customers.BuyersScene;

namespace InvoiceSync.IntegrationTests.Customers;

[Collection(AccountSceneTests.Name)]
public sealed class ImportCustomersTests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_file_with_one_wrong_row_imports_nothing_and_says_which_row()
    {
        var scene = await Of(portal, "bad-row");
        var file = File("name,tax_id\nBuna SRL,18547290\nRea SRL,18547291\n");
        var plan = await scene.Ask(new PlanCustomerImport(file));
        Assert.Equal((3, "Rea SRL", "tax_id.invalid"), (plan.Faults[0].Line, plan.Faults[0].Name, plan.Faults[0].Error.Code));
        Assert.Equal("import.faulty", await scene.Refusal(new ImportCustomers(file)));
        Assert.Empty((await scene.Ask(new ListCustomers())).Rows);
        Assert.Equal(0, await scene.Entries("customer.imported"));
    }

    [Fact]
    public async Task Who_is_here_already_or_twice_in_the_file_is_left_out_so_that_importing_again_adds_nobody()
    {
        var scene = await Of(portal, "again");
        var here = await scene.Send(new CreateCustomer(Exemplu));
        var file = File("name;cui;email\nExemplu;RO18547290;\nNou SRL;;nou@nou.ro\nNou din nou;;NOU@nou.ro\nFara numar;;\n");
        var plan = await scene.Ask(new PlanCustomerImport(file));
        Assert.Equal((4, 2), (plan.Rows, plan.New));
        Assert.Equal([new(2, "Exemplu", here), new(4, "Nou din nou", null)], plan.Twins);

        Assert.Equal(2, await scene.Send(new ImportCustomers(file)));
        Assert.Equal(["Exemplu SRL", "Fara numar", "Nou SRL"], (await scene.Ask(new ListCustomers())).Rows.Select(r => r.Name));
        Assert.Equal(1, (await scene.Ask(new PlanCustomerImport(file))).New); // only who cannot be known again
        Assert.Equal((1L, 3L), (await scene.Entries("customer.imported"), await scene.Entries("customer.created")));
    }

    [Fact]
    public async Task Five_thousand_rows_go_in_at_once()
    {
        var scene = await Of(portal, "many");
        var file = File("name,email\n" + string.Concat(Enumerable.Range(0, 5000).Select(n => $"Client {n},client{n}@many.example\n")));
        Assert.Equal(5000, await scene.Send(new ImportCustomers(file)));
        Assert.Equal("Client 4999", Assert.Single((await scene.Ask(new ListCustomers("client4999@"))).Rows).Name);
        Assert.Equal(5000, (await scene.Ask(new PlanCustomerImport(file))).Twins.Count);
    }

    [Fact]
    public async Task Hostile_cells_are_text_when_they_come_and_text_when_they_leave()
    {
        var scene = await Of(portal, "hostile");
        string[] names = ["=cmd|'/c calc'!A1", "+1", "@SUM(A1)", "<script>alert(1)</script>", "Robert'); drop table customers;--", "‮gnp.exe", "ăâîșț €"];
        await scene.Send(new ImportCustomers(File("name\n" + string.Join('\n', names.Select(n => $"\"{n}\"")))));
        Assert.Equal(names.Order(), (await scene.Ask(new ListCustomers())).Rows.Select(r => r.Name).Order());

        var table = await scene.Ask(new ExportCustomers());
        Assert.DoesNotContain("\n\"=", table, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\"@", table, StringComparison.Ordinal);
        Assert.Equal(1, await scene.Entries("customer.exported"));
        var elsewhere = await Of(portal, "hostile-copy");
        Assert.Equal(names.Length, await elsewhere.Send(new ImportCustomers(File(table))));
        Assert.Equal(names.Order(), (await elsewhere.Ask(new ListCustomers())).Rows.Select(r => r.Name).Order());
    }

    static byte[] File(string text) => Encoding.UTF8.GetBytes(text);
}
