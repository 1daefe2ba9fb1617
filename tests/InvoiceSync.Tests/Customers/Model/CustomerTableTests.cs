using System.Text;
using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Customers;
using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Customers.Model;

public sealed class CustomerTableTests
{
    [Fact]
    public void A_spreadsheets_file_is_read_in_either_language_with_either_separator()
    {
        var line = Assert.Single(Read("\uFEFFDenumire;CUI;Adresă;Localitate;Județ;Țara;Note\r\nExemplu SRL;RO18547290;\"Str. Lungă; nr. 1\";Cluj-Napoca;Cluj;RO;\"two\r\nlines, \"\"quoted\"\"\"\r\n"));
        Assert.Empty(line.Errors);
        Assert.Equal((2, "Exemplu SRL", "18547290", "RO18547290", "Str. Lungă; nr. 1", "RO-CJ", "two\nlines, \"quoted\""), (
            line.Number, line.Check.Details.Name, line.Check.Numbers.TaxId, line.Check.Numbers.VatId,
            line.Check.Details.BillingAddress!.Street, line.Check.Details.BillingAddress.County, line.Check.Details.Notes));
    }

    [Fact]
    public void Each_wrong_row_says_what_to_do_and_where_it_begins()
    {
        var lines = Read("name,tax_id,payment_terms,send_invoices,notes\nGood,18547290,30,yes,\"a\nb\"\nBad,18547291,soon,perhaps,\n\n,18547290,,,\nLong,,,,,,x\n");
        Assert.Equal([2, 4, 6, 7], lines.Select(l => l.Number));
        Assert.Equal(["", "import.cell_unreadable import.cell_unreadable tax_id.invalid", "customer.name_missing", "import.cells_too_many"],
            lines.Select(l => string.Join(' ', l.Errors.Select(e => e.Code))));
    }

    [Theory]
    [InlineData("", "import.rows_missing")]
    [InlineData("name,email\n\n\r\n", "import.rows_missing")]
    [InlineData("email\na@b.ro\n", "import.name_column_missing")]
    [InlineData("name,colour\nAna,red\n", "import.column_unknown")]
    [InlineData("name,Nume\nAna,Ana\n", "import.column_duplicated")]
    [InlineData("name,notes\nAna,\"never closed\n", "import.quote_open")]
    [InlineData("name\nA\0na\n", "import.not_text")]
    public void A_file_that_cannot_be_read_says_why(string text, string code) => Assert.Equal(code, Refusal(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Other_encodings_great_files_and_many_rows_are_refused()
    {
        Assert.Equal("import.not_text", Refusal([.. "name\n"u8, 0xE3, 0x28]));
        Assert.Equal("import.not_text", Refusal([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("name\nAna\n")]));
        Assert.Equal("import.file_too_large", Refusal(new byte[CustomerTable.LargestFile + 1]));
        Assert.Equal("import.rows_too_many", Refusal(Encoding.UTF8.GetBytes("name\n" + string.Concat(Enumerable.Repeat("x\n", CustomerTable.MostRows + 1)))));
        Assert.Equal("import.column_unknown", Refusal(Encoding.UTF8.GetBytes(new string(',', 100_000))));
        Assert.Single(Read("name\n" + new string('x', 1_000_000)), l => l.Errors[0].Code == "text.too_long");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+40 722 000 000")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1")]
    [InlineData("|calc")]
    [InlineData("'quoted")]
    public void What_a_spreadsheet_would_run_leaves_as_text_and_comes_back(string text)
    {
        Assert.StartsWith("\"'", CsvText.Written(text), StringComparison.Ordinal);
        Assert.Equal(text, Assert.Single(new CsvReader(CsvText.Written(text), ',').Rows()).Cells[0]);
    }

    [Fact]
    public void Any_table_comes_back_as_it_was_written() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Tables, table =>
        {
            var text = string.Join("\r\n", table.Select(row => string.Join(',', row.Select(CsvText.Written))));
            var back = new CsvReader(text, ',').Rows().Select(r => r.Cells).ToList();
            return table.Where(row => row is not [""]).SequenceEqual(back, Cells);
        }));

    [Fact]
    public void An_exported_customer_is_imported_as_the_same()
    {
        var typed = new CustomerDetails
        {
            Name = "=HYPERLINK(\"http://x\"), SRL",
            TaxId = "RO18547290",
            RegistrationNumber = "J12/1/2020",
            Phone = "+40 264 000 000",
            BillingAddress = new("Str. 1 \"bis\"", "et. 2", "Cluj-Napoca", "400114", "Cluj", "RO"),
            Contacts = [new("Ana Pop", "ana@exemplu.ro", "+40", "accounts")],
            Language = "ro",
            PaymentTermDays = 30,
            Currency = "EUR",
            SendsReminders = false,
            Notes = "- first\n- second",
        };
        var kept = CustomerCheck.Of(typed).OrRefuse().Details;
        var back = Assert.Single(CustomerTable.Read(Encoding.UTF8.GetBytes(CustomerTable.Write([kept]))));
        Assert.Empty(back.Errors);
        Assert.Equivalent(kept, back.Check.Details, strict: true);
    }

    static Arbitrary<string[][]> Tables => ArbMap.Default.GeneratorFor<char>().Or(Gen.Elements(",;\"'=+-@\r\n\t ăș".ToCharArray())).ArrayOf().Select(c => new string(c))
        .NonEmptyListOf().Select(row => row.ToArray()).NonEmptyListOf().Select(rows => rows.ToArray()).ToArbitrary();

    static EqualityComparer<IReadOnlyList<string>> Cells => EqualityComparer<IReadOnlyList<string>>.Create((a, b) => a!.SequenceEqual(b!));

    static List<CustomerTable.Line> Read(string text) => CustomerTable.Read(Encoding.UTF8.GetBytes(text));

    static string Refusal(byte[] file) => Assert.Throws<RuleBrokenException>(() => CustomerTable.Read(file)).Error.Code;
}
