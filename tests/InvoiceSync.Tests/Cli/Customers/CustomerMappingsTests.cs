using InvoiceSync.Cli.Customers;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Tests.Cli.Customers;

public sealed class CustomerMappingsTests : IDisposable
{
    readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("email,cui\na@b.ro,RO18547290\n")]
    [InlineData("\uFEFFname;CUI;Email\r\n\"Pop; Ana \"\"X\"\"\";RO18547290;a@b.ro\r\n;;other@b.ro\r\n")]
    public void Columns_may_stand_anywhere_and_rows_without_a_number_are_for_later(string text)
    {
        File.WriteAllText(file, text);
        Assert.Equal([new Mapping("a@b.ro", "RO18547290")], CustomerMappings.Read(file));
    }

    [Fact]
    public void Without_a_file_nothing_is_mapped() => Assert.Empty(CustomerMappings.Read(null));

    [Theory]
    [InlineData("needs a first line", "a@b.ro,RO1\n")]
    [InlineData("is no e-mail address", "email,cui\nab.ro,RO1\n")]
    [InlineData("twice", "email,cui\na@b.ro,RO1\nA@b.ro,RO2\n")]
    public void A_wrong_file_is_explained(string part, string text)
    {
        File.WriteAllText(file, text);
        Assert.Contains(part, Assert.Throws<UsageException>(() => CustomerMappings.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("no such file", Assert.Throws<UsageException>(() => CustomerMappings.Read(file + ".none")).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_collected_is_read_again_and_a_name_is_no_formula()
    {
        var table = BuyerReport.ToComplete([new("a@b.ro", "=HYPERLINK(\"x\")", null, "missing", "one, two")]);
        Assert.Equal("email,name,cui,notes\na@b.ro,\"'=HYPERLINK(\"\"x\"\")\",,\"one, two\"\n", table);
        File.WriteAllText(file, table.Replace(",,", ",RO18547290,", StringComparison.Ordinal));
        Assert.Equal([new Mapping("a@b.ro", "RO18547290")], CustomerMappings.Read(file));
    }

    [Fact]
    public void With_everybody_in_it_each_row_says_what_bought()
    {
        var table = BuyerReport.ToComplete([new("a@b.ro", "Ana", null, "missing", null, Kind: "individual")], withKind: true);
        Assert.Equal("email,name,cui,notes,kind\na@b.ro,Ana,,,individual\n", table);
    }
}
