using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Ledger;

namespace InvoiceSync.Tests.Web.Ledger;

public sealed class StatementFileTests
{
    static readonly GetCustomerStatement Asked = new("RO:RO18547290", new(2026, 11, 1), new(2026, 11, 30));

    [Fact]
    public void A_statement_goes_from_the_balance_before_to_the_balance_after()
    {
        var text = StatementFile.Of(Asked, new("RO:RO18547290", "Client", [new(Currency.Ron, 100, 1210.5m, 1500)], [Row(EntrySide.Debit, 1210.5m, "=FACT-1"), Row(EntrySide.Credit, 1500, "OP 7")], false));
        Assert.Equal(
            """
            date,kind,memo,debit,credit,currency
            "2026-11-01","opening_balance",,100.00,0.00,"RON"
            "2026-11-20","issued","'=FACT-1",1210.50,0.00,"RON"
            "2026-11-20","issued","OP 7",0.00,1500.00,"RON"
            "2026-11-30","closing_balance",,0.00,189.50,"RON"

            """.ReplaceLineEndings("\r\n"),
            text);
    }

    [Fact]
    public void One_that_is_cut_says_so()
    {
        Assert.Contains("earlier_movements_left_out", StatementFile.Of(Asked, new("x", null, [], [], IsCut: true)), StringComparison.Ordinal);
        Assert.DoesNotContain("earlier_movements_left_out", StatementFile.Of(Asked, new("x", null, [], [], IsCut: false)), StringComparison.Ordinal);
    }

    static GetCustomerStatement.Row Row(EntrySide side, decimal amount, string memo) => new(Some.Id<JournalEntryId>(1), new(2026, 11, 20), "issued", memo, "inv_1", side, new Money(amount, Currency.Ron), amount);
}
